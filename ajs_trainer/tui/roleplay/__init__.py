"""Role-play in threes with one computer: staff, client and observer, each with a card."""
