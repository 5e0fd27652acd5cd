"""Bounds on what a file may hold; a mailed file can do nothing but be read within them."""

MAX_BYTES = 1_000_000
MAX_BYTES_WITHOUT_LIBYAML = 150_000
"""PyYAML's own parser is many times slower than libyaml's."""
MAX_LEVELS = 16
MAX_VALUES = 20_000
"""Texts, lists and maps; the names of fields are not counted."""
MAX_LINE = 4_000
MAX_TEXT = 20_000
MAX_FILES = 2_000
"""More than this in a search path is a mistake of folder, not a library."""
MAX_CHOICES = 9
"""Each choice is taken with one digit."""
