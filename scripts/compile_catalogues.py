"""Merge the ``.po`` files of each language into one compiled catalogue.

Texts are kept in one ``.po`` file per layer (``content.po``, ``tui.po`` ...), so that a
translator opens a small file. At run time there is one domain, ``ajs_trainer``.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SAME_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every compiled catalogue, so that the same texts give the same file."""


def merged(folder: Path, language: str) -> Catalog:
    """Read every ``.po`` file of a language; one text must not have two translations."""
    catalogue = Catalog(locale=language, domain="ajs_trainer", creation_date=SAME_DATE)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if not message.id:
                    continue
                known = catalogue.get(message.id, message.context)
                if known is not None and known.string != message.string:
                    raise ValueError(f"{path}: two translations of {message.id!r}")
                catalogue.add(message.id, message.string, context=message.context)
    return catalogue


def compile_all(locale: Path) -> None:
    """Compile every language folder below ``locale``."""
    for folder in sorted(locale.glob("*/LC_MESSAGES")):
        compiled = BytesIO()
        write_mo(compiled, merged(folder, folder.parent.name))
        _put(compiled.getvalue(), folder / "ajs_trainer.mo")


def _put(content: bytes, path: Path) -> None:
    """Write a file whole or not at all, since the program may be reading the old one."""
    if path.is_file() and path.read_bytes() == content:
        return
    draft = path.with_suffix(f".{os.getpid()}.new")
    draft.write_bytes(content)
    draft.replace(path)


if __name__ == "__main__":
    compile_all(Path(__file__).parents[1] / "ajs_trainer" / "locale")
