"""Leading a meeting: choosing a plan, and the window that the room sees."""
