"""What the enumerated values are called where a person reads them."""

from ajs_trainer.locale import N_

WHEN_NAMES = {
    "before": N_("before"),
    "during": N_("during"),
    "after": N_("after"),
}
STRATEGY_NAMES = {
    "direct": N_("speak up"),
    "distract": N_("distract"),
    "delegate": N_("get help"),
    "delay": N_("follow up"),
    "document": N_("document"),
    "support": N_("support"),
    "wait": N_("wait"),
}
SETTING_NAMES = {
    "prison": N_("prison"),
    "remand": N_("remand prison"),
    "probation": N_("probation"),
    "transport": N_("transport"),
    "office": N_("office"),
}
RELATION_NAMES = {
    "colleague-colleague": N_("colleague – colleague"),
    "colleague-client": N_("colleague – client"),
    "client-staff": N_("client – staff"),
    "client-client": N_("client – client"),
    "manager-staff": N_("manager – staff"),
    "outsider": N_("outsider"),
}
GROUND_NAMES = {
    "sex": N_("sex"),
    "gender-identity": N_("gender identity or expression"),
    "ethnicity": N_("ethnicity"),
    "religion": N_("religion or other belief"),
    "disability": N_("disability"),
    "orientation": N_("sexual orientation"),
    "age": N_("age"),
    "honour": N_("honour"),
    "other": N_("other ground"),
}
SEVERITY_NAMES = {
    "banter": N_("banter"),
    "grey-zone": N_("grey zone"),
    "deliberate": N_("deliberate"),
    "structural": N_("structural"),
}
PARTY_NAMES = {
    "exposed": N_("the person exposed"),
    "actor": N_("the one who acts"),
    "others": N_("the others"),
    "manager": N_("the manager"),
    "structure": N_("routines and structure"),
}
BARRIER_NAMES = {
    "notice": N_("notice"),
    "interpret": N_("interpret"),
    "responsibility": N_("take responsibility"),
    "know-how": N_("know how"),
    "act": N_("act"),
}
ROLE_NAMES = {
    "bystander": N_("bystander"),
    "receiver": N_("the one who is stopped"),
}
CAST_PART_NAMES = {
    "you": N_("you"),
    "actor": N_("the one who acts"),
    "exposed": N_("the person exposed"),
    "other": N_("somebody else there"),
    "manager": N_("the manager"),
}
PULL_NAMES = {
    "act": N_("act"),
    "wait": N_("wait"),
}
KKA_STRATEGY_NAMES = {
    "authority": N_("Effective use of authority"),
    "modelling": N_("Appropriate modelling and reinforcement"),
    "problem-solving": N_("Problem solving"),
    "resources": N_("Effective use of community resources"),
    "relationship": N_("Quality of the relationship"),
}
PLAY_ROLE_NAMES = {
    "staff": N_("staff"),
    "client": N_("client"),
    "observer": N_("observer"),
}
CUE_TO_NAMES = {
    "client": N_("client"),
    "staff": N_("staff"),
}
LEVEL_NAMES = {
    "clear": N_("clearly"),
    "started": N_("started"),
    "missed": N_("missed opportunity"),
    "not-applicable": N_("not applicable"),
}
FORM_NAMES = {
    "four-corners": N_("four corners"),
    "line": N_("the line"),
    "hot-chair": N_("the hot chair"),
}
