"""A statement of a value exercise: people take a stand with their feet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Input
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.model.vocabulary import Form
from ajs_trainer.session.events import Advanced, AnswersCounted
from ajs_trainer.session.exercising import called, places, stood
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.counts import CountsEntry
from ajs_trainer.tui.lead.stages.base import Keys, StageView, next_title, numbered, paragraph

_WHERE: dict[Form, str] = {
    "four-corners": N_("Go to the corner that you choose. In the fourth one you say it yourself."),
    "line": N_("Stand on the line between the two ends."),
    "hot-chair": N_("Change seats if you agree. Stay if you do not."),
}


class TakeStand(StageView):
    """The statement and where one can stand; the facilitator may write how many stand where."""

    @override
    def title(self) -> str:
        setup, place = self.meeting.setup, self.meeting.place
        exercise = setup.exercise(place)
        ids = [statement.id for statement in exercise.statements]
        return _("{exercise}, statement {number} of {all}").format(
            exercise=exercise.title, number=ids.index(place.scene) + 1, all=len(ids)
        )

    @override
    def page(self) -> Iterable[Widget]:
        setup, place = self.meeting.setup, self.meeting.place
        exercise, statement = setup.exercise(place), setup.statement(place)
        yield paragraph(statement.text, style="bold")
        if exercise.form != "hot-chair":
            for number, text in enumerate(called(exercise, statement), start=1):
                yield numbered(number, text, "close")
        yield paragraph(_(_WHERE[exercise.form]), "apart")
        for line in SCRIPTS[Stage.STATEMENT].shown:
            yield paragraph(_(line), "quiet")

    @override
    def panel(self) -> Iterable[Widget]:
        setup, place = self.meeting.setup, self.meeting.place
        exercise = setup.exercise(place)
        names = called(exercise, setup.statement(place))
        asked = _asked(exercise.form, names)
        yield CountsEntry(names, self._counts, self.meeting.info.group_size, asked)

    @property
    def _counts(self) -> tuple[int, ...] | None:
        """What has been counted here; zeros are nothing."""
        found = stood(self.meeting.state)
        return found.counts if found is not None and any(found.counts) else None

    @property
    def _written(self) -> bool:
        """Whether the line says something else than what is kept."""
        kept = " ".join(str(count) for count in self._counts or ())
        return self.query_one(CountsEntry).line.strip() != kept

    @override
    def own_keys(self) -> Keys:
        if self._written:
            return [(key_name("enter"), _("keep the numbers"))]
        coming = self.meeting.coming()
        here = coming.step == self.meeting.place.step
        return [(key_name("enter"), _("next statement") if here else next_title(self.meeting))]

    @override
    def take_focus(self) -> None:
        self.query_one(CountsEntry).take_focus()

    @override
    def enter(self) -> bool:
        if not super().enter():
            self.query_one(CountsEntry).submit()
        return True

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Turned())

    @on(CountsEntry.Typed)
    def _typed(self, event: CountsEntry.Typed) -> None:
        event.stop()
        if event.counts == self._counts:
            self.did(Advanced())
        else:
            setup, place = self.meeting.setup, self.meeting.place
            nobody = (0,) * len(places(setup.exercise(place), setup.statement(place)))
            self.did(AnswersCounted(event.counts or nobody))


def _asked(form: Form, names: Sequence[str]) -> str:
    """What is written in the line, in which order."""
    if form == "hot-chair":
        asked = _("To keep how many did what, write {count} numbers: {places}.")
        return asked.format(count=len(names), places=", ".join(names).lower())
    asked = _("To keep how many stand where, write {count} numbers in that order.")
    return asked.format(count=len(names))
