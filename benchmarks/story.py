"""A generated scenario: many scenes, forward choices, some conditions; always the same."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from ajs_trainer.content.load import load_file
from ajs_trainer.model import Scenario

MEANINGLESS = """
en kollega stannar vid dörren medan två andra pratar i mun på varandra och någon skrattar
för högt du märker att rummet tystnar sedan rör sig en hand närmare än den borde ingen säger
något på en stund bussen är sen någon tittar bort du kan kliva fram ställa en fråga höra av
dig efteråt hämta hjälp eller bryta av med något annat
"""
WORDS = MEANINGLESS.split()
STRATEGIES = ("direct", "distract", "delegate", "delay", "document", "support", "wait")
WHENS = ("before", "during", "after")
FLAGS = 4


def sentence(rng: random.Random, words: int) -> str:
    """A sentence without meaning."""
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."


def story_yaml(scenes: int, seed: int = 7) -> str:
    """A scenario of ``scenes`` scenes with two choices each, about one in five conditional."""
    rng = random.Random(seed)
    endings = max(2, scenes // 40)
    lines = [
        "format: 1",
        "kind: scenario",
        f"id: bench-{scenes}",
        "language: sv",
        "title: Mätning",
        "summary: En påhittad berättelse.",
        "setting: prison",
        "relation: colleague-colleague",
        "grounds: [other]",
        "severity: banter",
        "minutes: 10",
        "start: s0",
        "scenes:",
    ]
    last = scenes - endings - 1
    for number in range(last + 1):
        lines += [f"  s{number}:", "    text: |", f"      {sentence(rng, 30)}", "    choices:"]
        far = min(scenes - 1, number + 1 + rng.randint(0, max(4, scenes // 25)))
        if last - number < endings:
            far = scenes - 1 - (last - number)
        for choice, target in enumerate((number + 1, far)):
            lines += [
                f"      - id: c{choice}",
                f"        text: {sentence(rng, 8)}",
                f"        when: {rng.choice(WHENS)}",
                f"        strategy: {rng.choice(STRATEGIES)}",
                f"        goto: s{target}",
            ]
            if rng.random() < 0.2:
                lines.append(f"        sets: [f{rng.randrange(FLAGS)}]")
            if choice and rng.random() < 0.3:
                lines.append(f"        needs: [f{rng.randrange(FLAGS)}]")
    for number in range(last + 1, scenes):
        lines += [f"  s{number}:", f"    ending: {{title: Slut {number}, text: Det är över.}}"]
    return "\n".join(lines) + "\n"


def scenario(scenes: int) -> Scenario:
    """The generated scenario, read as a file of an author would be.

    Raises:
        RuntimeError: It has errors.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bench-{scenes}.yaml"
        path.write_text(story_yaml(scenes), encoding="utf-8")
        loaded = load_file(path)
    if loaded.scenario is None:
        raise RuntimeError(loaded.problems)
    return loaded.scenario
