"""The last page before a meeting: how many, how choices are collected, and what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import N_, _, current_language, ngettext
from ajs_trainer.session.collecting import PASS_ROUND, WAYS
from ajs_trainer.tui import navigate
from ajs_trainer.tui.commands import Command, key_name
from ajs_trainer.tui.lead.agenda import meeting_title, put_together, uses_scenario
from ajs_trainer.tui.lead.keeper import begin_meeting
from ajs_trainer.tui.lead.kept_for import KeptFor
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.play_base import KeepingScreen

if TYPE_CHECKING:
    from ajs_trainer.model.plan import Plan
    from ajs_trainer.session.state import Setup

DEFAULT_SIZE = 8
_LARGEST = 99

_WAY = Command("way", "v", N_("How you choose"), N_("Change how choices are collected."))
_KEPT = Command("kept", "s", N_("How long"), N_("Change how long the answers are kept."))
_RUB = Command("rub", "backspace", "", N_("Take away a digit of how many you are."), show=False)


class MeetingStart(KeepingScreen):
    """One page; Enter begins.

    Args:
        plan: The plan of the meeting.
        scenario: Id of the scenario for steps that name none; may be empty.
    """

    CSS_PATH = "setup.tcss"
    HEADING = N_("Before the meeting")
    HELP_TEXT = N_(
        "Write how many you are with digits. V changes how choices are collected, and S how long "
        "the answers are kept. Enter begins.\n\n"
        "When it has begun the room sees the window, and never any notes."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in (_WAY, _KEPT, _RUB)),
        *(Binding(digit, f"digit('{digit}')", show=False) for digit in "0123456789"),
    ]

    def __init__(self, plan: Plan, scenario: str) -> None:
        super().__init__()
        self._plan = plan
        self._scenario = scenario
        self._setup: Setup | None = None
        self._typed = ""
        self._way = PASS_ROUND
        self._kept = KeptFor()

    @override
    def content(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Static(id="about", classes="heading", markup=False)
            yield Static(id="size", markup=False)
            yield Static(id="way", classes="asked", markup=False)
            yield Static(id="way-means", classes="quiet", markup=False)
            yield Static(id="kept", classes="asked", markup=False)
            yield Static(id="cards", classes="asked", markup=False)

    @override
    def fill(self) -> None:
        if self._setup is None:
            self.attempt(self._read)
        self._show()
        super().fill()

    async def _read(self) -> None:
        await self._kept.read()
        plan, scenario, language = self._plan, self._scenario, current_language()
        self._setup = await self.ajs.services.browse(
            lambda library: put_together(library, plan, scenario, PASS_ROUND.id, language)
        )
        self._show()

    def _show(self) -> None:
        title = meeting_title(self._setup) if self._setup else self._plan.title
        about = title if title == self._plan.title else f"{self._plan.title}: {title}"
        self._say("#about", literal_line(about))
        asked = _("How many are you?")
        self._say(
            "#size",
            Content.assemble(
                literal_line(f"{asked}  "), literal_line(str(self.group_size), "$heading bold")
            ),
        )
        self._say(
            "#way", literal_line(_("How do you choose?  {way}").format(way=_(self._way.name)))
        )
        self._say("#way-means", literal(_(self._way.explanation)))
        kept = kept_sentence(self._kept.days, one_by_one=self._way.one_by_one)
        self._say("#kept", literal(self._kept.told(kept)))
        self._say("#cards", literal(cards_sentence(self._plan)))
        for name in ("#way", "#way-means", "#kept"):
            self.query_one(name).display = uses_scenario(self._plan)

    def _say(self, where: str, text: Content) -> None:
        self.query_one(where, Static).update(text)

    @property
    def group_size(self) -> int:
        """How many are expected."""
        return int(self._typed) if self._typed else DEFAULT_SIZE

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        asked = uses_scenario(self._plan) or action not in ("way", "kept")
        return asked and super().check_action(action, parameters)

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        keys = [(key_name("enter"), _("begin")), ("0–9", _("how many"))]
        if not uses_scenario(self._plan):
            return keys
        keys.append(("v", _("how you choose")))
        return keys if self._kept.fixed else [*keys, ("s", _("how long"))]

    def action_digit(self, digit: str) -> None:
        """Write how many there are."""
        written = f"{self._typed}{digit}".lstrip("0")
        self._typed = written if written and int(written) <= _LARGEST else digit.lstrip("0")
        self._show()

    def action_rub(self) -> None:
        """Take the latest digit away."""
        self._typed = self._typed[:-1]
        self._show()

    def action_way(self) -> None:
        """The next way of collecting choices."""
        ways = list(WAYS.values())
        self._way = ways[(ways.index(self._way) + 1) % len(ways)]
        self._show()

    def action_kept(self) -> None:
        """Keep the answers for some days, or until the meeting is closed."""
        self._kept.turn()
        self._show()

    @override
    def go_on(self) -> None:
        if self._setup is not None:
            self.attempt(self._begin)

    async def _begin(self) -> None:
        plan, scenario, language, way = (
            self._plan,
            self._scenario,
            current_language(),
            self._way.id,
        )
        setup = await self.ajs.services.browse(
            lambda library: put_together(library, plan, scenario, way, language)
        )
        key = await begin_meeting(
            self.ajs.services,
            setup,
            meeting_title(setup),
            self.group_size,
            self._kept.keep,
            self._kept.days,
        )
        navigate.begin_meeting(self.app, key)


def cards_sentence(plan: Plan) -> str:
    """How the cards of the plan's role-plays are printed; empty when there are none."""
    names = [step.roleplay or "" for step in plan.steps if step.kind == "roleplay"]
    said = _("Each trio needs its cards on paper: ajs roleplay {name} --print")
    return "\n".join(said.format(name=name) for name in dict.fromkeys(names))


def kept_sentence(days: int, *, one_by_one: bool = True) -> str:
    """What is kept and how long, in a sentence or two.

    Of choices made in the open only the counts are kept, but the way can be changed in the meeting.
    """
    return _kept_of_each(days) if one_by_one else _kept_of_all(days)


def _kept_of_each(days: int) -> str:
    if not days:
        return _(
            "Kept: what each one chooses, without names, until the meeting is closed; the summary "
            "stays."
        )
    return ngettext(
        "Kept: what each one chooses, without names, for {days} day; the summary stays.",
        "Kept: what each one chooses, without names, for {days} days; the summary stays.",
        days,
    ).format(days=days)


def _kept_of_all(days: int) -> str:
    if not days:
        return _(
            "Kept: the counts and the summary. If you change to the computer that goes round: also "
            "what each one chooses, without names, until the meeting is closed."
        )
    return ngettext(
        "Kept: the counts and the summary. If you change to the computer that goes round: also "
        "what each one chooses, without names, for {days} day.",
        "Kept: the counts and the summary. If you change to the computer that goes round: also "
        "what each one chooses, without names, for {days} days.",
        days,
    ).format(days=days)
