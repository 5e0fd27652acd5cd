"""PyYAML's own scanner, made to read question marks between brackets as libyaml does.

``[Vad hände?, Vem såg det?]`` is refused by the scanner in Python but not by libyaml, and a
file must not be right on one computer and wrong on another.
"""

from __future__ import annotations

from typing import Any

import yaml
from typing_extensions import override
from yaml.tokens import ScalarToken

_BLANK = "\0 \t\r\n\x85\u2028\u2029"
_MARKS = ",[]{}"


class PlainLoader(yaml.SafeLoader):
    """The loader for computers without libyaml."""

    @override
    def scan_plain(self) -> Any:
        """Read a text without quotation marks, which may go on over several lines."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        while self.peek() != "#":
            length = self._plain_length()
            if length == 0:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self) -> int:
        marks = _MARKS if self.flow_level else ""
        length = 0
        while True:
            character = self.peek(length)
            if character in _BLANK or character in marks:
                return length
            if character == ":" and self.peek(length + 1) in _BLANK + marks:
                return length
            length += 1
