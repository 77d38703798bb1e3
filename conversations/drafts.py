"""Half-written registrations: what each has, what it still needs, what may become of it."""

from collections.abc import Sequence

from conversations.dialogs import at
from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.situation import Open, Situation, form_of
from dialog.questions import SKIP
from dialog.say import Option, Say
from dialog.turn import Translate, Waiting

LISTED = 7  # in one list, so that it stays readable on a small screen
BRIEF = 40  # characters of a name on a button


def registrations(s: Situation) -> list[Open]:
    """Return the half-written registrations, the one touched last first."""
    return [dialog for dialog in s.dialogs if dialog.script == "register"]


def draft_name(dialog: Open, _: Translate) -> str:
    """Return "“Nuôi ong…”", or that it has no name yet."""
    state = dialog.state
    name = state.answers.get("name", "") or state.offered.get("name", "")
    return f"“{name}”" if name else _("the draft without a name")


def _brief(dialog: Open, _: Translate) -> str:
    name = " ".join(draft_name(dialog, _).split())
    return name if len(name) <= BRIEF else f"{name[:BRIEF].rstrip()}…”"


def go_on(dialog: Open, _: Translate) -> Option:
    """Return the button to go on with a draft."""
    return act(_("Go on with {draft}").format(draft=_brief(dialog, _)), "open", dialog.id)


def missing(s: Situation, dialog: Open) -> tuple[list[str], list[str]]:
    """Return the labels of the boxes the draft has, and of those it still needs."""
    state, standing = dialog.state, at(s, dialog)
    known = {**state.answers, **state.offered}
    if isinstance(standing, Waiting):
        known |= standing.earlier
    form = form_of(s.forms, dialog.programme or state.answers.get("_programme", ""))
    there: list[str] = []
    lacking: list[str] = []
    for box in form.programme.boxes:
        has = known.get(box.key, "")
        if has not in {"", SKIP} or (not has and box.required):
            (there if has else lacking).append(box.label[:1].lower() + box.label[1:])
    return there, lacking


def draft_line(s: Situation, dialog: Open) -> str:
    """Return a draft as one line of a list."""
    _ = s.translate
    lacking = missing(s, dialog)[1]
    draft = draft_name(dialog, _)
    if not lacking:
        return _("• Unfinished: {draft} – ready to send").format(draft=draft)
    text = _("• Unfinished: {draft} – still needs {parts}")
    return text.format(draft=draft, parts=", ".join(lacking))


def to_choose(s: Situation, drafts: Sequence[Open]) -> Say:
    """Return the drafts one can go on with, and a way to a new one."""
    _ = s.translate
    ways = [go_on(dialog, _) for dialog in drafts[:LISTED]]
    text = _("You have {count} unfinished drafts.").format(count=len(drafts))
    return Say(text, rows(*ways, act(_("Register another one"), "register", "new")))


def to_drop(s: Situation, drafts: Sequence[Open]) -> Say:
    """Return the question of the second yes, or of several drafts which one is to go."""
    _ = s.translate
    if len(drafts) > 1:
        ways = [act(_("Erase {draft}").format(draft=_brief(d, _)), "drop", d.id) for d in drafts]
        return Say(_("Which draft is to be erased?"), rows(*ways[:LISTED], act(_("None"), "mine")))
    (dialog,) = drafts
    yes, no = act(_("Erase"), "drop-yes", dialog.id), act(_("Keep it"), "open", dialog.id)
    return Say(_("Erase {draft} for good?").format(draft=draft_name(dialog, _)), rows(yes, no))


def put_aside(s: Situation, dialog: Open) -> Say:
    """Return that the draft is kept, with what is there and what is missing."""
    _ = s.translate
    there, lacking = missing(s, dialog)
    parts = [_("has {parts}").format(parts=", ".join(there))] if there else []
    parts += [_("still needs {parts}").format(parts=", ".join(lacking))] if lacking else []
    inside = f" ({'; '.join(parts)})" if parts else ""
    text = _("The draft is kept{inside}. To go on, say DK.").format(inside=inside)
    return Say(text, rows(act(_("Go on"), "open", dialog.id), act(_("Main list"), "main")))


def begun_earlier(s: Situation, dialog: Open) -> str:
    """Return the reminder that this question is from an earlier day."""
    _ = s.translate
    day = say_day((dialog.touched or s.now).date(), _)
    return _("{draft} has been waiting since {day}.").format(draft=draft_name(dialog, _), day=day)


def being_written(s: Situation, dialog: Open) -> str:
    """Return that a draft is open, and how to go on with it."""
    _ = s.translate
    text = _("You are writing {draft}; to go on, say DK. What do you need?")
    return text.format(draft=draft_name(dialog, _))


def resumed(s: Situation, dialog: Open) -> str:
    """Return the lead to a draft that is taken up again."""
    _ = s.translate
    text = _("Going on with {draft}. For another one, say ĐĂNG KÝ MỚI.")
    return text.format(draft=draft_name(dialog, _))


def not_begun(s: Situation) -> str:
    """Return that a registration without a single answer is left for another time."""
    _ = s.translate
    return _("Very well, another time. To register, say DK.")
