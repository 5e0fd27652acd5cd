"""The content models of format 1: frozen values, checked when they are built."""

from ajs_trainer.model.scenario import (
    CastMember,
    Choice,
    Consequences,
    Ending,
    Part,
    Promise,
    Scenario,
    Scene,
    Thought,
)

__all__ = [
    "CastMember",
    "Choice",
    "Consequences",
    "Ending",
    "Part",
    "Promise",
    "Scenario",
    "Scene",
    "Thought",
]
