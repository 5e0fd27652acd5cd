"""Scenarios for the screens: one that reads like the real ones, one that means harm."""

from __future__ import annotations

from typing import Any

from ajs_trainer.model import Choice, Consequences, Ending, Part, Scenario, Scene, Thought
from tests.builders import choice, ending, scenario

HOSTILE = "\x1b]0;ägd\x07\x1b[2J\x9b31m[/ [@click=app.quit]Läs mer[/] [a=1] {x} $name \u202e\x00"
LONG = "Den här meningen tar aldrig slut. " * 300


def coffee() -> Scenario:
    """Two choices to an ending, thoughts, a locked choice and one that is not safe."""
    return scenario(
        {
            "kaffet": _coffee_machine(),
            "tystnad": _silence(),
            "slutet": ending("Efteråt", "Sara diskar sin kopp. Hon ställer den upp och ned."),
            "fortsatte": ending("Som förut", "Skämtet kommer tillbaka på torsdagen."),
        },
        id="skamtet-vid-kaffet",
        title="Skämtet vid kaffet",
        summary="En kollega skämtar om en annan, och alla skrattar utom hon.",
        content_note="Sexistiskt språk.",
        minutes=12,
        cast=[
            {"id": "micke", "name": "Micke", "part": "actor", "about": "kollega sedan tio år"},
            {"id": "sara", "name": "Sara", "part": "exposed"},
        ],
    )


def _coffee_machine() -> dict[str, Any]:
    return {
        "text": (
            "Du står vid kaffemaskinen på avdelningen. Klockan är tjugo i sju och nattpersonalen "
            "har inte gått än.\n\n"
            "– Sara ska väl inte ta D-sidan ensam, säger Micke. Hon blir ju kär i varenda en.\n\n"
            "Tre kollegor skrattar. Sara ler med munnen och letar efter något i fickan. "
            "Nycklarna, fast de hänger i bältet."
        ),
        "thoughts": [
            {"id": "skamt", "text": "Det var ju bara ett skämt.", "pull": "wait"},
            {"id": "tystnade", "text": "Sara letar efter nycklar hon redan har.", "pull": "act"},
            {"id": "pass", "text": "Jag ska jobba tolv timmar med Micke.", "pull": "wait"},
        ],
        "question": "Vad gör du?",
        "choices": [
            choice(
                "fraga",
                "tystnad",
                text="Frågar Micke vad han menar.",
                toward="actor",
                consequences={
                    "exposed": "Sara ser upp.",
                    "actor": "Micke skrattar till. – Äh, sluta.",
                    "others": "Skrattet tar slut lite för fort.",
                },
                sets=["fragade"],
            ),
            choice(
                "vantar",
                "tystnad",
                text="Säger inget och häller upp kaffe.",
                strategy="wait",
                consequences={"exposed": "Sara går först ur rummet."},
            ),
            choice(
                "filmar",
                "tystnad",
                text="Tar upp telefonen och filmar, så att det finns kvar.",
                strategy="document",
                unsafe="Mobil och film är inte tillåtet här, och Sara har inte bett om det.",
                consequences={"actor": "Micke ser telefonen och tystnar."},
            ),
            choice(
                "chefen",
                "tystnad",
                text="Går in till chefen.",
                when="after",
                strategy="delegate",
                needs=["fragade"],
                locked="Chefen är inte på plats än.",
            ),
        ],
        "discuss": ["Vad hade gjort det lättare att säga något?"],
    }


def _silence() -> dict[str, Any]:
    return {
        "text": [
            {"text": "Passet har börjat. Sara fyller i listan vid expeditionen."},
            {"text": "Hon nickar när du kommer.", "needs": ["fragade"]},
        ],
        "question": "Vad gör du nu?",
        "choices": [
            choice(
                "prata",
                "slutet",
                text="Sätter dig bredvid och frågar hur det är.",
                when="after",
                strategy="support",
                consequences={"exposed": "– Jag är trött på det, säger Sara."},
            ),
            choice(
                "later",
                "fortsatte",
                text="Låter det vara.",
                when="after",
                strategy="wait",
            ),
        ],
    }


def crowded(choices: int) -> Scenario:
    """One scene with so many choices that digits run out."""
    offers = [choice(f"val-{n}", "slut", text=f"Gör sak nummer {n}.") for n in range(1, choices)]
    offers.append(choice("sist", "slut", text="Gör det sista."))
    return scenario(
        {"manga": {"text": "Mycket att välja på.", "choices": offers}, "slut": ending()}
    )


def hostile(text: str = HOSTILE) -> Scenario:
    """A scenario whose every text is ``text``, past every check."""
    part = Part.model_construct(text=text, needs=(), unless=())
    said = Consequences.model_construct(exposed=text, actor=text, others=text)
    offer: dict[str, Any] = {
        "text": text,
        "when": "during",
        "strategy": "direct",
        "goto": "slut",
        "consequences": said,
        "unsafe": text,
        "locked": text,
    }
    open_choice = Choice.model_construct(id="ett", **offer)
    locked = Choice.model_construct(id="last", needs=("aldrig",), **offer)
    scene = Scene.model_construct(
        text=(part,),
        thoughts=(Thought.model_construct(id="tanke", text=text, pull="act", barrier=None),),
        question=text,
        choices=(open_choice, locked),
        discuss=(text,),
    )
    last = Scene.model_construct(
        ending=Ending.model_construct(title=text, text=(part,)), discuss=(text,)
    )
    plain = scenario({"kaffet": {"choices": [choice("ett", "slut")]}, "slut": ending()})
    return plain.model_copy(
        update={
            "title": text,
            "summary": text,
            "content_note": text,
            "scenes": {"kaffet": scene, "slut": last},
        }
    )
