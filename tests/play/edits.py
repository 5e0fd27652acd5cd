"""Edits that authors make to a scenario while somebody is in the middle of it."""

from __future__ import annotations

from typing import Any

from tests.builders import choice, ending

Scenes = dict[str, dict[str, Any]]

COFFEE: Scenes = {
    "kaffet": {
        "text": "Micke skämtar.",
        "thoughts": [
            {"id": "bara", "text": "Det var ju bara ett skämt.", "pull": "wait"},
            {"id": "tyst", "text": "Sara tystnade.", "pull": "act"},
        ],
        "choices": [
            choice("fraga", "tystnad", text="Frågar.", sets=["sade-ifran"]),
            choice("vantar", "tystnad", text="Väntar."),
        ],
    },
    "tystnad": {
        "text": "Det blir tyst.",
        "choices": [
            choice("saga", "slut", text="Säger något."),
            choice("stotta", "rummet", text="Går till Sara.", needs=["sade-ifran"]),
        ],
    },
    "rummet": {"text": "Sara gråter.", "choices": [choice("lyssna", "slut", text="Lyssnar.")]},
    "slut": ending(),
}


def renamed(scenes: Scenes, old: str, new: str, was: bool = True) -> Scenes:
    """Another id for a scene, everywhere."""
    after = {new if id_ == old else id_: scene for id_, scene in scenes.items()}
    for scene in after.values():
        for made in scene.get("choices", ()):
            if made["goto"] == old:
                made["goto"] = new
    if was:
        after[new]["was"] = [old]
    return after


def choice_renamed(scenes: Scenes, scene: str, old: str, new: str, was: bool = True) -> Scenes:
    for made in scenes[scene]["choices"]:
        if made["id"] == old:
            made["id"] = new
            if was:
                made["was"] = [old]
    return scenes


def with_scene(scenes: Scenes, scene: str, **fields: Any) -> Scenes:
    scenes[scene] |= fields
    return scenes


def without_choice(scenes: Scenes, scene: str, gone: str) -> Scenes:
    kept = [made for made in scenes[scene]["choices"] if made["id"] != gone]
    return with_scene(scenes, scene, choices=kept)


def with_choice_above(scenes: Scenes, scene: str) -> Scenes:
    new = choice("sms", "slut", text="Skickar ett sms.")
    return with_scene(scenes, scene, choices=[new, *scenes[scene]["choices"]])


def without_scene(scenes: Scenes, gone: str, instead: str) -> Scenes:
    after = {id_: scene for id_, scene in scenes.items() if id_ != gone}
    for scene in after.values():
        for made in scene.get("choices", ()):
            if made["goto"] == gone:
                made["goto"] = instead
    return after


def reworded(scenes: Scenes) -> Scenes:
    scenes["tystnad"]["choices"][0]["text"] = "Säger ifrån."
    return scenes


def flag_renamed(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["sets"] = ["reagerade"]
    scenes["tystnad"]["choices"][1]["needs"] = ["reagerade"]
    return scenes


def flag_added(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["sets"] = ["sade-ifran", "modig"]
    return scenes


def ids_swapped(scenes: Scenes) -> Scenes:
    """The two choices of the first scene trade ids, and say so."""
    first, second = scenes["kaffet"]["choices"]
    first |= {"id": "vantar", "was": ["fraga"]}
    second |= {"id": "fraga", "was": ["vantar"]}
    return scenes


def retargeted(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["goto"] = "rummet"
    return scenes


def locked_on_the_way(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["needs"] = ["sade-ifran"]
    return scenes


def name_taken_by_another(scenes: Scenes) -> Scenes:
    """The current scene gives way to another one, which takes its name."""
    scenes["tystnad"] = scenes.pop("rummet") | {"was": ["rummet"]}
    return without_scene(scenes, "rummet", "tystnad")
