"""The same scenario in another language: texts only, under the same ids.

Where a workplace has adapted a text, the adapted words win over a translation of words that
are no longer there.
"""

from __future__ import annotations

from collections.abc import Iterable

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, Mark, Seq, id_of

_TEXTS = {
    "": ("title", "summary", "content_note"),
    "cast": ("name", "about"),
    "scene": ("question",),
    "thoughts": ("text",),
    "choices": ("text", "locked", "unsafe"),
    "consequences": ("exposed", "actor", "others"),
    "ending": ("title",),
}
_OWN_FIELDS = ("format", "kind", "translates", "language", "id")
_BY_ID = ("cast", "thoughts", "choices")


def translated(base: Map, adapted: Map, words: Map, problems: Problems) -> Map:
    """Put a translation's words into a scenario.

    Args:
        base: The scenario that was translated.
        adapted: The scenario to speak: the base, or the workplace's version of it.
        words: The translation.
    """
    speaker = _Speaker(problems)
    own = Map()
    for key, value in words.items():
        if key not in _OWN_FIELDS:
            own.put(key, value, words.marks[key])
    here = next(iter(words.marks.values()))
    result = speaker.fields(base, adapted, own, "", "", here)
    result.put("language", words.get("language", ""), words.marks.get("language", here))
    return result


class _Speaker:
    """Walks the three trees side by side and notes what is missing or superfluous."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def fields(self, base: Map, adapted: Map, words: Map, kind: str, path: str, at: Mark) -> Map:
        """One set of fields; ``kind`` tells which of them are texts."""
        result = Map()
        for key, value in adapted.items():
            spoken = self.field(key, base.get(key), value, words, kind, f"{path}{key}", at)
            from_words = spoken is not value and key in words
            result.put(key, spoken, words.marks[key] if from_words else adapted.marks[key])
        for key in words:
            if key not in base:
                self.superfluous(words.marks[key], key, base)
        return result

    def field(
        self,
        key: str,
        base: str | Map | Seq | None,
        adapted: str | Map | Seq,
        words: Map,
        kind: str,
        path: str,
        at: Mark,
    ) -> str | Map | Seq:
        """One field in the other language, or as it is when it is no text or has changed."""
        word = words.get(key)
        mark = words.marks.get(key, at)
        if base is None:
            return adapted
        if isinstance(base, str) and isinstance(adapted, str):
            if key not in _TEXTS.get(kind, ()) and not _is_prose(kind, key):
                if word is not None and key != "id":
                    self.problems.add("O603", mark.key, field=key)
                return adapted
            if not base.strip():
                return adapted
            if not isinstance(word, str) or not word.strip():
                self.missing(at, path)
                return adapted
            return word if adapted == base else adapted
        if isinstance(base, Map) and isinstance(adapted, Map):
            return self.inner(key, base, adapted, word, kind, path, mark, at)
        if isinstance(base, Seq) and isinstance(adapted, Seq):
            return self.items(key, base, adapted, word, kind, path, mark, at)
        return adapted

    def inner(
        self,
        key: str,
        base: Map,
        adapted: Map,
        word: str | Map | Seq | None,
        kind: str,
        path: str,
        mark: Mark,
        at: Mark,
    ) -> Map:
        """Fields inside a field: ``scenes``, one scene, ``ending``, ``consequences``, ``terms``."""
        if word is not None and not isinstance(word, Map):
            self.problems.add("O603", mark.key, field=key)
        inner = word if isinstance(word, Map) else Map()
        here = mark if isinstance(word, Map) else at
        if key in {"scenes", "terms"} and not kind:
            return self.fields(base, adapted, inner, key, f"{path}.", here)
        return self.fields(
            base, adapted, inner, "scene" if kind == "scenes" else key, f"{path}.", here
        )

    def items(
        self,
        key: str,
        base: Seq,
        adapted: Seq,
        word: str | Map | Seq | None,
        kind: str,
        path: str,
        mark: Mark,
        at: Mark,
    ) -> Seq:
        """A list: by id where items have one, else item by item in the same order."""
        if key in _BY_ID:
            return self.items_by_id(key, base, adapted, word, path, mark if word else at)
        if not _is_prose(kind, key) and key != "discuss":
            if word is not None:
                self.problems.add("O603", mark.key, field=key)
            return adapted
        if word is None:
            self.missing(at, path)
            return adapted
        if not isinstance(word, Seq) or len(word) != len(base):
            count = len(word) if isinstance(word, Seq) else 1
            self.problems.add("O604", mark.key, count=count, wanted=len(base))
            return adapted
        result = Seq()
        for number, (item, place) in enumerate(zip(adapted, adapted.marks, strict=True)):
            spoken = item
            if number < len(base):
                spoken = self.part(base[number], item, word[number])
            result.put(spoken, place)
        return result

    def part(
        self, base: str | Map | Seq, item: str | Map | Seq, word: str | Map | Seq
    ) -> str | Map | Seq:
        """One question for the talk, or one part of a text with its conditions kept."""
        if isinstance(item, str) or isinstance(base, str):
            return word if isinstance(word, str) and item == base else item
        if not isinstance(item, Map) or not isinstance(base, Map):
            return item
        text = word.get("text") if isinstance(word, Map) else word
        if isinstance(word, Map):
            for key in word:
                if key != "text":
                    self.problems.add("O603", word.marks[key].key, field=key)
        if not isinstance(text, str) or item.get("text") != base.get("text"):
            return item
        result = Map()
        for key, value in item.items():
            result.put(key, text if key == "text" else value, item.marks[key])
        return result

    def items_by_id(
        self,
        key: str,
        base: Seq,
        adapted: Seq,
        word: str | Map | Seq | None,
        path: str,
        at: Mark,
    ) -> Seq:
        """Choices, thoughts or cast: each in the words with the same id."""
        originals = {id_of(item): item for item in base}
        spoken: dict[str, tuple[Map, Mark]] = {}
        if isinstance(word, Seq):
            for item, mark in zip(word, word.marks, strict=True):
                if isinstance(item, Map) and id_of(item) in originals:
                    spoken[id_of(item)] = (item, mark)
                else:
                    self.superfluous(mark, id_of(item) or key, originals)
        result = Seq()
        for item, place in zip(adapted, adapted.marks, strict=True):
            name = id_of(item)
            original = originals.get(name)
            if isinstance(item, Map) and isinstance(original, Map):
                words, here = spoken.get(name, (Map(), at))
                item = self.fields(original, item, words, key, f"{path}.{name}.", here)
            result.put(item, place)
        return result

    def missing(self, at: Mark, path: str) -> None:
        """A text of the original has no counterpart."""
        self.problems.add("O601", at.key, text=path)

    def superfluous(self, mark: Mark, name: str, known: Iterable[str]) -> None:
        """A name that the original does not have."""
        self.problems.add(
            "O602", mark.key, name=name, suggestion=self.problems.closest(name, known)
        )


def _is_prose(kind: str, key: str) -> bool:
    """Texts that may be told in parts, and the words of a term."""
    return (kind in {"scene", "ending"} and key == "text") or kind == "terms"
