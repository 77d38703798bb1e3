"""Half-written registrations: what each has, what it still needs, what may become of it."""

from collections.abc import Sequence

from conversations.closing import is_over, say_until
from conversations.dialogs import at
from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.situation import Form, Open, Situation, form_of
from dialog.questions import SKIP
from dialog.turn import Waiting

LISTED = 7  # in one list, so that it stays readable on a small screen
NAMED = 4  # parts of a form
BRIEF = 40  # characters of a name on a button


def registrations(s: Situation) -> list[Open]:
    """Return the half-written registrations, the one touched last first."""
    return [dialog for dialog in s.dialogs if dialog.script == "register"]


def is_bare(draft: Open) -> bool:
    """Return whether a registration was opened and nothing said in it."""
    return not draft.state.offered and draft.state.answers.keys() <= {"_for"}


def written(s: Situation) -> list[Open]:
    """Return those in which something is written; of one only opened nobody need be told."""
    return [draft for draft in registrations(s) if is_written(s, draft)]


def is_written(s: Situation, draft: Open) -> bool:
    """Return whether a registration holds words of its own: a box, or who it is about."""
    return bool(missing(s, draft)[0]) or "_person" in draft.state.answers


def draft_name(s: Situation, dialog: Open) -> str:
    """Return "“Nuôi ong…”", or that it has no name yet."""
    _ = s.translate
    if dialog.script == "correct":
        return _("the changes that are not sent")
    name = _name(s, dialog)
    return f"“{name}”" if name else _("the draft without a name")


def _name(s: Situation, dialog: Open) -> str:
    """Return the name written or taken over so far, "" where there is none yet."""
    boxes = _form(s, dialog).programme.boxes
    return _known(s, dialog).get(next(box.key for box in boxes if box.type == "name"), "")


def _known(s: Situation, dialog: Open) -> dict[str, str]:
    """Return all answers of a draft, those taken over from last year's entry too."""
    standing = at(s, dialog)
    taken_over = standing.earlier if isinstance(standing, Waiting) else {}
    return {**dialog.state.offered, **dialog.state.answers, **taken_over}


def _form(s: Situation, dialog: Open) -> Form:
    return form_of(s.forms, dialog.programme or dialog.state.answers.get("_programme", ""))


def _brief(s: Situation, dialog: Open) -> str:
    name = " ".join(draft_name(s, dialog).split())
    return name if len(name) <= BRIEF else f"{name[:BRIEF].rstrip()}…”"


def go_on(s: Situation, dialog: Open) -> Option:
    """Return the button to go on with a draft."""
    _ = s.translate
    return act(_("Go on with {draft}").format(draft=_brief(s, dialog)), "open", dialog.id)


def missing(s: Situation, dialog: Open) -> tuple[list[str], list[str]]:
    """Return the labels of the boxes the draft has, and of those it still needs."""
    known = _known(s, dialog)
    there: list[str] = []
    lacking: list[str] = []
    for box in _form(s, dialog).programme.boxes:
        has = known.get(box.key, "")
        if has not in {"", SKIP} or (not has and box.required):
            (there if has else lacking).append(box.label[:1].lower() + box.label[1:])
    return there, lacking


def draft_line(s: Situation, dialog: Open) -> str:
    """Return a draft as one line of a list."""
    _ = s.translate
    lacking = missing(s, dialog)[1]
    draft = draft_name(s, dialog)
    if not lacking:
        return _("• Unfinished: {draft} – ready to send").format(draft=draft)
    text = _("• Unfinished: {draft} – still needs {parts}")
    return text.format(draft=draft, parts=_few(s, lacking))


def _few(s: Situation, parts: Sequence[str]) -> str:
    """Return the parts by name, or only how many where they would fill the screen."""
    _ = s.translate
    if len(parts) <= NAMED:
        return ", ".join(parts)
    return _("{count} parts").format(count=len(parts))


def to_choose(s: Situation, drafts: Sequence[Open]) -> Say:
    """Return the drafts one can go on with, and a way to a new one."""
    _ = s.translate
    ways = [go_on(s, dialog) for dialog in drafts[:LISTED]]
    text = _("You have {count} unfinished drafts.").format(count=len(drafts))
    return Say(text, rows(*ways, act(_("Register another one"), "register", "new")))


def to_drop(s: Situation, drafts: Sequence[Open]) -> Say:
    """Return the question of the second yes, or of several drafts which one is to go."""
    _ = s.translate
    if len(drafts) > 1:
        ways = [act(_("Erase {draft}").format(draft=_brief(s, d)), "drop", d.id) for d in drafts]
        return Say(_("Which draft is to be erased?"), rows(*ways[:LISTED], act(_("None"), "mine")))
    (dialog,) = drafts
    yes, no = act(_("Erase"), "drop-yes", dialog.id), act(_("Keep it"), "open", dialog.id)
    return Say(_("Erase {draft} for good?").format(draft=draft_name(s, dialog)), rows(yes, no))


def put_aside(s: Situation, dialog: Open) -> Say:
    """Return that the draft is kept, with what is there and what is missing."""
    _ = s.translate
    there, lacking = missing(s, dialog)
    if lacking:
        parts = [_("has {parts}").format(parts=_few(s, there))] if there else []
        parts.append(_("still needs {parts}").format(parts=_few(s, lacking)))
        inside = f" ({'; '.join(parts)})"
    else:
        inside = _(" (ready, not sent yet)")
    text = _("The draft is kept{inside}. To go on, say DK.").format(inside=inside)
    return Say(text, rows(act(_("Go on"), "open", dialog.id), act(_("Main list"), "main")))


def begun_earlier(s: Situation, dialog: Open) -> str:
    """Return the reminder that this question is from an earlier day."""
    _ = s.translate
    day = say_day((dialog.touched or s.now).date(), _)
    return _("{draft} has been waiting since {day}.").format(draft=draft_name(s, dialog), day=day)


def being_written(s: Situation, dialog: Open) -> str:
    """Return that a draft is open, and how to go on with it."""
    _ = s.translate
    text = _("You are writing {draft}; to go on, say DK. What do you need?")
    return text.format(draft=draft_name(s, dialog))


def resumed(s: Situation, dialog: Open) -> str:
    """Return the lead to a draft that is taken up again."""
    _ = s.translate
    form = _form(s, dialog)
    if is_over(form, s.now):
        text = _("Going on with {draft}.").format(draft=draft_name(s, dialog))
        return f"{text} {say_until(form, s.now, _)}"
    text = _("Going on with {draft}. For another one, say ĐĂNG KÝ MỚI.")
    return text.format(draft=draft_name(s, dialog))


def this_one(s: Situation, dialog: Open) -> str:
    """Return which draft a question is about; "" for one without a name."""
    _ = s.translate
    if dialog.script != "register" or not _name(s, dialog):
        return ""
    return _("Draft {draft}:").format(draft=draft_name(s, dialog))


def not_begun(s: Situation) -> str:
    """Return that a registration without a single answer is left for another time."""
    _ = s.translate
    if s.person.runs_the_office():
        return _("Very well, another time.")
    return _("Very well, another time. To register, say DK.")
