"""A published debrief as text, Markdown, HTML, CSV and JSON."""
