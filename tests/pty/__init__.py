"""Whole journeys through the real program in a real terminal."""
