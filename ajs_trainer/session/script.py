"""What the room sees and what the facilitator says, stage by stage.

``shown`` is for the projector: few words, large. ``say`` and ``ask`` are for the facilitator's
own notes and never reach the projector.
"""

from __future__ import annotations

from dataclasses import dataclass

from ajs_trainer.locale import N_
from ajs_trainer.session.stages import Stage


@dataclass(frozen=True, slots=True)
class Script:
    """The words of a stage, to be translated where they are shown.

    Attributes:
        title: Heading on the projector.
        shown: Lines on the projector, beside what the story and the record give.
        say: What the facilitator can say, as it stands.
        ask: Questions to have at hand.
    """

    title: str
    say: str
    shown: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


GROUND_RULES = (
    N_("Speak for yourself."),
    N_("No names, and nothing that points somebody out."),
    N_("Question views, not people."),
    N_("What somebody tells stays here. What you learn you take along."),
    N_("Law and safety come first."),
    N_("You may always pass."),
)

SCRIPTS: dict[Stage, Script] = {
    Stage.WELCOME: Script(
        N_("Welcome"),
        N_(
            "We will practise what to do when we see or hear something that is not right. "
            "Nobody is graded. Whoever needs to step out does so without saying why, and one "
            "of us comes along and asks how it is."
        ),
        shown=GROUND_RULES,
        ask=(N_("Is there a rule missing for us to dare to talk?"),),
    ),
    Stage.LOOK_BACK: Script(
        N_("Looking back"),
        N_(
            "Last time we agreed on something. How did it go? "
            "We talk about the step, not about who."
        ),
        shown=(N_("What did we agree on? How did it go?"),),
        ask=(
            N_("What made it easier?"),
            N_("What got in the way?"),
            N_("Do we keep it, change it or let it go?"),
        ),
    ),
    Stage.DISCUSSION: Script(
        N_("Talk"),
        N_("Talk two and two first. Then we hear a few."),
        ask=(N_("Who sees it in another way?"),),
    ),
    Stage.SURVEY: Script(
        N_("How sure are you?"),
        N_("Answer for yourself. Nobody else needs to know."),
        shown=(N_("How sure are you that you would do something? Think of a number from 1 to 5."),),
    ),
    Stage.BREAK: Script(N_("Break"), N_("Say when we begin again.")),
    Stage.READ: Script(
        N_("Who reads?"),
        N_("Somebody reads the text aloud, slowly. The rest of us listen."),
    ),
    Stage.THOUGHTS: Script(
        N_("Train of thought"),
        N_("Somebody else reads the thoughts, with a pause after each."),
        ask=(N_("Which of these have you heard inside yourself?"),),
    ),
    Stage.REALISM: Script(
        N_("Does it feel familiar here?"),
        N_("Could this happen with us? If something rings false, we change it so that it is true."),
        shown=(N_("What would you change so that it is like here?"),),
        ask=(
            N_("Where would it happen with us?"),
            N_("Which words would be used?"),
            N_("Realistic for whom?"),
        ),
    ),
    Stage.PEOPLE: Script(
        N_("What is happening?"),
        N_("We take the situation apart before anybody chooses."),
        shown=(
            N_("Who drives it?"),
            N_("Who is exposed?"),
            N_("Who is there, and what do they do?"),
        ),
        ask=(N_("What would the person exposed need?"),),
    ),
    Stage.FIRST: Script(
        N_("Choose in silence"),
        N_("Choose what you would do, not what would be best. Nobody sees what you choose."),
        shown=(N_("What would you do?"),),
    ),
    Stage.TALK: Script(
        N_("Talk in pairs"),
        N_(
            "Talk about what speaks for the different choices. Nobody needs to say what they "
            "chose. Do not try to agree."
        ),
        shown=(N_("What speaks for the different choices?"), N_("What makes it hard?")),
        ask=(
            N_("What would make it easier to do something?"),
            N_("What does it cost to do it? And to leave it?"),
        ),
    ),
    Stage.SECOND: Script(
        N_("Choose again"),
        N_("Choose once more. You may think the same or something else."),
        shown=(N_("What would you do now?"),),
    ),
    Stage.REVEAL: Script(
        N_("How you chose"),
        N_("We look together. Nobody needs to say what they chose."),
        ask=(
            N_("Why might somebody choose something else?"),
            N_("What made you think again, if you did?"),
        ),
    ),
    Stage.GRID: Script(
        N_("Before, during, after"),
        N_("Something can always be done at one of the three. What else could one do?"),
        shown=(N_("What more could one do?"),),
        ask=(
            N_("What could have been done before it happened?"),
            N_("What can be done the day after?"),
            N_("Does the situation become better for the person exposed?"),
        ),
    ),
    Stage.WAY: Script(
        N_("How does it go on?"),
        N_(
            "The room chooses which way the story takes. "
            "You may also try the way we did not choose."
        ),
        shown=(N_("Which way do we follow?"),),
    ),
    Stage.ENDING: Script(
        N_("How it turned out"),
        N_("Somebody reads the ending aloud. Let it be quiet for a moment."),
        ask=(
            N_("How does it feel?"),
            N_("What happened for the person exposed? For the one who did it? For the rest?"),
            N_("Where could it have gone another way?"),
        ),
    ),
    Stage.SAY_ALOUD: Script(
        N_("Say it aloud"),
        N_("Stand two and two. Say the words once each, as you would say them here."),
        shown=(N_("Say it with your own words, once each."),),
        ask=(N_("How did it feel in the mouth? How did it feel to hear it?"),),
    ),
    Stage.STATEMENT: Script(
        N_("Take a stand"),
        N_(
            "I read the statement twice. Go where you stand. It is about what you think, not "
            "about what you have been through. You may pass, and you may move."
        ),
        shown=(N_("What do you think? You may pass, and you may move."),),
        ask=(
            N_("How did you think, you who stand here?"),
            N_("What would make you move?"),
            N_("Whom do we not hear?"),
        ),
    ),
    Stage.CARDS: Script(
        N_("Read your card"),
        N_(
            "Three and three: one plays staff, one plays the client, one observes. Read your own "
            "card only. Anybody may say stop, without a reason."
        ),
        shown=(N_("Decide who plays what. Read your own card, and nobody else's."),),
    ),
    Stage.PLAY: Script(
        N_("Play"),
        N_("Play as it could be here. Freeze when you get stuck, and play the line again."),
        shown=(
            N_("Staff and client play. The observer listens and is quiet."),
            N_("Freeze when you get stuck. Stop whenever you want."),
        ),
    ),
    Stage.FEEDBACK: Script(
        N_("What did you hear?"),
        N_("One at a time, in this order. Say what you saw and heard, not how somebody is."),
        shown=(
            N_("Staff: what went as you wanted?"),
            N_("Client, still in the role: how did it feel? What made you softer or harder?"),
            N_("Observer: what did you hear? Read the words."),
            N_("Staff again: choose one thing to try once more."),
        ),
        ask=(N_("Which words would you say again on the landing?"),),
    ),
    Stage.RETRY: Script(
        N_("Once more"),
        N_("Only the line that you chose, once or twice. Then it is done."),
        shown=(N_("Say the line that you chose again. The client answers in the role."),),
    ),
    Stage.SWAP: Script(
        N_("Swap"),
        N_("Swap roles so that everybody gets to be staff."),
        shown=(N_("Staff becomes client, client becomes observer, observer becomes staff."),),
    ),
    Stage.LEAVE_ROLE: Script(
        N_("Leave the role"),
        N_("Everybody gets up, says their own name and leaves the role behind."),
        shown=(
            N_("Get up and change seats."),
            N_("Say your own name, and one thing that was the role's and not yours."),
            N_("Say one thing that you take along to work."),
        ),
    ),
    Stage.COMMITMENT: Script(
        N_("One step"),
        N_("We agree on one thing, so small that it can be done tomorrow."),
        shown=(N_("What do we do?"), N_("Who sees to it, as a role?"), N_("When do we look back?")),
    ),
    Stage.CLOSE: Script(
        N_("Thank you"),
        N_("Thank you. I stay for a while. Here is whom one can turn to."),
        ask=(N_("Which word do you take along?"),),
    ),
}
