"""Scenes that are not finished."""

from __future__ import annotations

from ajs_trainer.content.checks.subject import Subject


def check_drafts(subject: Subject, *, release: bool) -> None:
    """A draft is welcome while writing, and refused at release."""
    if not release:
        return
    for scene_id, scene in subject.scenes():
        if scene.draft:
            subject.problems.add("G313", subject.key("scenes", scene_id, "draft"), scene=scene_id)
