"""Sessions to tell about: a room of twelve, a small one, one with raised hands, a full day."""

from __future__ import annotations

from dataclasses import replace

from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    GuideQuestion,
    Heard,
    Option,
    Played,
    Practised,
    Question,
    Recognised,
    SessionResult,
    Spot,
    Stand,
    Step,
    Thought,
)

CAR = Question(
    "hotellrummet",
    "bilen",
    "Vad gör du med de fyra milen?",
    (
        Option("ringer", "Ringer hotellet och frågar om ett rum till.", "before", "delegate"),
        Option(
            "muggen",
            "Låter skämtet passera och häller upp det sista kaffet.",
            "during",
            "wait",
        ),
        Option(
            "skriver",
            "Skriver till Fredrik att ni delar rum och frågar om det är okej.",
            "before",
            "support",
        ),
        Option(
            "stanna",
            "Säger till Marita att det skämtet gärna får stanna i bilen.",
            "before",
            "direct",
        ),
    ),
)
DESK = Question(
    "hotellrummet",
    "receptionen",
    "Nu väntar de på dig. Vad gör du?",
    (
        Option(
            "fotter", "Skojar om Robbans fötter i stället och tar kortet.", "during", "distract"
        ),
        Option(
            "pizza", "Frågar Fredrik om ni ska ta pizza på rummet i kväll.", "during", "support"
        ),
        Option(
            "kortet",
            "Ler och tar kortet. Han verkar själv tycka att det är roligt.",
            "during",
            "wait",
        ),
        Option("racker", "Säger: ”Nu har ni dragit den. Det räcker bra så.”", "during", "direct"),
    ),
)
THOUGHTS = (
    Thought("alla", "Marita skojar om alla. Om mig också.", "wait", "interpret"),
    Thought("skrattat", "Jag skrattade ju. Då är det väl för sent.", "wait", "act"),
    Thought("om-han", "Hade hon sagt det om Fredrik satt i baksätet?", "act"),
)
GUIDE = (
    GuideQuestion("Vad gör det för skillnad att Fredrik inte hör skämtet?", "bilen"),
    GuideQuestion("När är det klokt att vänta, och på vad?"),
    GuideQuestion(
        "Låt var och en berätta det bästa skälet för det val de inte gjorde.", outcome="split"
    ),
)


def secret(*counts: int) -> Answers:
    """Answers that each gave unseen."""
    return Answers(counts, secret=True)


def hands(*counts: int) -> Answers:
    """Raised hands."""
    return Answers(counts, secret=False)


def thoughts(answered: int, *counts: int) -> tuple[Recognised, ...]:
    """The thoughts, each recognised by so many of those who answered."""
    return tuple(
        Recognised(thought, secret(count, answered - count))
        for thought, count in zip(THOUGHTS, counts, strict=True)
    )


HOTEL = Played(
    "hotellrummet",
    "Hotellrummet",
    (
        Asked(CAR, secret(1, 8, 2, 1), secret(3, 3, 5, 1), thoughts(12, 9, 6, 3)),
        Asked(
            DESK,
            secret(4, 2, 5, 1),
            secret(6, 5, 1, 0),
            own_options=("Går in och betalar mellanskillnaden själv.",),
        ),
    ),
    (
        Step(
            "bilen", "Skriver till Fredrik att ni delar rum och frågar om det är okej.", "majority"
        ),
        Step("receptionen", "Frågar Fredrik om ni ska ta pizza på rummet i kväll.", "facilitator"),
    ),
    "Frukosten",
    2,
    GUIDE,
)
TWELVE = SessionResult(
    title="Arbetsplatsträff",
    date="2026-03-04",
    minutes=45,
    attendance=Attendance(12, women=7, men=4, unstated=1),
    plan="En träff på 45 minuter",
    played=(HOTEL,),
    agreement=Agreement(
        "När någon skojar om en kollega som inte är med säger vi: ”Ta det när hen är här.”",
        "den som sitter bredvid",
        "2026-05-06",
    ),
)
FOUR = replace(
    TWELVE,
    attendance=Attendance(4),
    played=(
        replace(HOTEL, asked=(Asked(CAR, secret(1, 2, 1, 0), thoughts=thoughts(4, 2, 1, 0)),)),
    ),
)
SIX = replace(
    TWELVE,
    attendance=Attendance(6),
    played=(
        replace(
            HOTEL,
            asked=(
                Asked(CAR, secret(1, 4, 1, 0), secret(2, 2, 2, 0), thoughts(6, 4, 1, 3)),
                Asked(DESK, secret(3, 2, 1, 0), secret(5, 1, 0, 0)),
            ),
        ),
    ),
)
OPEN = replace(
    TWELVE,
    played=(replace(HOTEL, asked=(Asked(CAR, hands(1, 8, 2, 1), hands(2, 3, 6, 1)),)),),
)


def day(scenarios: int = 4, questions: int = 3, answered: int = 14) -> SessionResult:
    """A day with several scenarios, each with some questions asked twice."""
    asked = []
    for number in range(questions):
        question = replace((CAR, DESK)[number % 2], scene=f"scen-{number}")
        spread = (answered - 5 - number, 3, 2 + number, 0)
        asked.append(
            Asked(question, secret(*spread), secret(*spread[::-1]), thoughts(answered, 9, 6, 3))
        )
    played = tuple(
        replace(HOTEL, scenario=f"scenario-{n}", title=f"Hotellrummet {n + 1}", asked=tuple(asked))
        for n in range(scenarios)
    )
    return replace(
        TWELVE,
        title="Heldag för ledningsgruppen",
        plan="En heldag",
        minutes=360,
        attendance=Attendance(answered),
        played=played,
    )


PRACTISED = (
    Practised(
        "Nekat samtal",
        "Effektiv auktoritet",
        "authority",
        3,
        (
            Heard(
                "Talar lugnt och i vanlig ton.",
                {"clear": 2, "missed": 1},
                ("Jag hör dig", "Vi gör det här i kväll"),
            ),
            Heard("Ger minst två val.", {"started": 1, "not-applicable": 2}),
        ),
    ),
)
STOOD = tuple(
    Stand(
        "Säga något eller låta bli",
        f"En kollega skämtar rått om en annan. När är det bäst att någon säger något? {number}",
        (
            Spot("Med en gång, så att alla hör", 3),
            Spot("Efteråt, mellan fyra ögon", 4),
            Spot("När den det gällde har sagt hur den vill ha det", 1),
            Spot("Eget svar", 0),
        ),
    )
    for number in range(3)
)
TRIO = SessionResult(
    "Nekat samtal", "2026-03-04", 42, Attendance(3), "Nekat samtal", practised=PRACTISED
)
"""Three people with one computer."""
