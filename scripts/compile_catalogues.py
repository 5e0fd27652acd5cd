"""Merge the ``.po`` files of each language into one compiled catalogue.

Texts are kept in one ``.po`` file per layer (``content.po``, ``tui.po`` ...), so that a
translator opens a small file. At run time there is one domain, ``ajs_trainer``.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def merged(folder: Path, language: str) -> Catalog:
    """Read every ``.po`` file of a language; one text must not have two translations."""
    catalogue = Catalog(locale=language, domain="ajs_trainer")
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
        catalogue = merged(folder, folder.parent.name)
        with (folder / "ajs_trainer.mo").open("wb") as file:
            write_mo(file, catalogue)


if __name__ == "__main__":
    compile_all(Path(__file__).parents[1] / "ajs_trainer" / "locale")
