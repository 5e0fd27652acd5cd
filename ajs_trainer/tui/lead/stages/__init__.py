"""What the room sees in each stage of a meeting."""
