"""The enumerated values of format 1. Their Swedish names are in :mod:`ajs_trainer.model.names`."""

from typing import Literal, get_args

Setting = Literal["prison", "remand", "probation", "transport", "office"]
"""Where it happens: anstalt, häkte, frivård, transport, kontor."""

Relation = Literal[
    "colleague-colleague",
    "colleague-client",
    "client-staff",
    "client-client",
    "manager-staff",
    "outsider",
]
"""Who acts, and who is exposed."""

Ground = Literal[
    "sex",
    "gender-identity",
    "ethnicity",
    "religion",
    "disability",
    "orientation",
    "age",
    "honour",
    "other",
]
"""What the act is about: the seven protected grounds, honour, other."""

Severity = Literal["banter", "grey-zone", "deliberate", "structural"]
"""Where on the way from unreflected banter to harassment."""

Role = Literal["bystander", "receiver"]
"""Whether one sees it happen, or is the one who is stopped."""

CastPart = Literal["you", "actor", "exposed", "other", "manager"]
"""What somebody does in the situation."""

When = Literal["before", "during", "after"]
"""When one acts, seen from the incident."""

Strategy = Literal["direct", "distract", "delegate", "delay", "document", "support", "wait"]
"""How one acts: the five D's of bystander intervention, support, and waiting."""

Toward = Literal["actor", "exposed", "others", "manager", "structure"]
"""Whom one turns to."""

Pull = Literal["act", "wait"]
"""Which way an inner voice pulls."""

Barrier = Literal["notice", "interpret", "responsibility", "know-how", "act"]
"""Which of the five steps (Latané and Darley 1970) a thought holds back."""

KkaStrategy = Literal["authority", "modelling", "problem-solving", "resources", "relationship"]
"""The five strategies of KKA, core correctional practice."""

PlayRole = Literal["staff", "client", "observer"]
"""Who one is in a role-play."""

CueTo = Literal["client", "staff"]
"""Who is given a cue; the observer only watches."""

Level = Literal["clear", "started", "missed", "not-applicable"]
"""What an observer heard of a behaviour: of the moment, never of the person."""

Form = Literal["four-corners", "line", "hot-chair"]
"""How people show where they stand: fyra hörn, linjen, heta stolen."""

WHENS: tuple[When, ...] = get_args(When)
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
BARRIERS: tuple[Barrier, ...] = get_args(Barrier)
SETTINGS: tuple[Setting, ...] = get_args(Setting)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
GROUNDS: tuple[Ground, ...] = get_args(Ground)
KKA_STRATEGIES: tuple[KkaStrategy, ...] = get_args(KkaStrategy)
PLAY_ROLES: tuple[PlayRole, ...] = get_args(PlayRole)
LEVELS: tuple[Level, ...] = get_args(Level)
FORMS: tuple[Form, ...] = get_args(Form)
