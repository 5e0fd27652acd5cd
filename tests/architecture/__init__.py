"""Tests of the layers and the sizes."""
