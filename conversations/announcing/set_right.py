"""An office sets an announcement right: new words, for exactly those the wrong one reached."""

from conversations.announcing.notice import with_head
from conversations.announcing.preview import say_goes, warnings
from conversations.situation import Here, Surroundings, form_of
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.announcement_commands import CorrectAnnouncement, LeaveAnnouncement
from rules.announcement_requests import AnnouncementOf
from rules.announcing import TEXT, Announced

_EXAMPLE = "hạn mới là thứ Sáu 26/3/2027, không phải 28/3/2027. Mong đồng chí thông cảm."


def set_right(ask: Ask, _: Translate) -> CorrectAnnouncement | LeaveAnnouncement:
    """Ask for the right words, and show them as they will look."""
    here: Surroundings = ask.fact(Here())
    wrong = ask.fact(AnnouncementOf(here.dialog.subject))
    if wrong is None:
        return LeaveAnnouncement()
    form = form_of(here.forms, wrong.programme)
    question = _("What is right? Write what was wrong and what it is. Example: {example}")
    words = ask.text(
        "text", _("Right words"), question.format(example=_EXAMPLE), least=5, most=TEXT,
        example=_EXAMPLE,
    )  # fmt: skip
    told = Announced("", form.programme.office.board, words, corrects=wrong.send_at)
    goes_to = _("It goes to exactly the {count} people who have got the wrong one or may have.")
    lines = [with_head(told, _), "—" * 10, goes_to.format(count=len(wrong.arrived))]
    if wrong.is_open:
        lines.append(_("The wrong one is stopped for all others when you agree."))
    lines += [*warnings(words, ask.now, _), say_goes(form, ask.now, _)]
    ask.review(
        "\n".join(lines),
        send=Choice("send", _("Send"), ("gửi", "đồng ý")),
        edits=(Choice("text", _("Change the words")),),
    )
    return CorrectAnnouncement(wrong.id, words, here.dialog.id)
