"""Compile the translation catalogues when the package is built or installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "scripts"))

from compile_catalogues import compile_all


class CatalogueHook(BuildHookInterface[Any]):
    """Write one ``.mo`` file per language beside its ``.po`` files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        compile_all(Path(self.root) / "ajs_trainer" / "locale")
