"""An office writes an announcement: to whom, about what, on which document, and looks at it."""

from conversations.announcing.notice import with_head
from conversations.announcing.preview import say_preview
from conversations.announcing.whom import ask_whom
from conversations.offices import offices
from conversations.situation import Form, Here, Surroundings
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.announcement_commands import Announce, LeaveAnnouncement
from rules.announcement_requests import Announcement, AnnouncementOf, AudienceOf
from rules.announcing import BASIS, SUBJECT, TEXT, Announced, Audience, compose, subject_of
from rules.person import Unit

_ABOUT = "Về việc lùi hạn đăng ký mô hình “Dân vận khéo” năm 2027"
_WORDS = "HẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3/2027."
_PAPER = "Công văn số 12-CV/BTGDV ngày 9/3/2027"


def announce(ask: Ask, _: Translate) -> Announce | LeaveAnnouncement:
    """Ask for an announcement part by part, show it as it will look, and hand it over."""
    here: Surroundings = ask.fact(Here())
    office = _office(ask, _, here)
    if office is None:
        return LeaveAnnouncement()
    form = ask_form(ask, _, here)
    before = ask.fact(AnnouncementOf(here.dialog.subject)) if here.dialog.subject else None
    if before:
        audience: Audience | None = Audience(rest=before.id)
    else:
        audience = ask_whom(ask, _, office, form)
    if audience is None:
        return LeaveAnnouncement()
    words = _words(ask, _, before, form)
    audience = _also_exempt(ask, _, audience)
    _look(ask, _, words, audience, (office, form))
    return Announce(office.id, form.programme.code, words, here.dialog.id, audience)


def _office(ask: Ask, _: Translate, here: Surroundings) -> Unit | None:
    units = {unit.id: unit for unit in offices(here.person)}
    if len(units) > 1:
        choices = [Choice(unit.id, unit.name) for unit in units.values()]
        return units[ask.choice("office", _("Office"), _("Which of your units?"), choices)]
    return next(iter(units.values()), None)


def _words(ask: Ask, _: Translate, before: Announcement | None, form: Form) -> str:
    """Return the words as they go; of one that goes on they are there already."""
    said = before.words.partition("\n")[2].strip() if before else ""
    about = ask.text(
        "about", _("Subject"), _("What is it about? One line."), least=5, most=SUBJECT,
        example=_ABOUT, given=subject_of(before.words) if before else "",
    )  # fmt: skip
    text = ask.text(
        "text", _("Text"), _("Write the text as the units will read it."), least=5, most=TEXT,
        example=_WORDS, given=said,
    )  # fmt: skip
    question = _("Which document does it rest on? Number and day, or skip.")
    basis = ask.text(
        "basis", _("Document"), question, least=2, most=BASIS, example=_PAPER, skip=_("Skip"),
        given="-" if before else "",
    )  # fmt: skip
    return compose(about, text, basis, _slogan(ask, _, form))


def _slogan(ask: Ask, _: Translate, form: Form) -> str:
    """Return the programme's slogan if it was asked for at the end, else ""."""
    slogan = form.programme.slogan
    if not slogan:
        return ""
    text = _("Put “{slogan}” below the text?").format(slogan=slogan)
    ways = (Choice("no", _("Without it")), Choice("yes", _("Put it below the text")))
    wanted = ask.choice("slogan", _("Slogan"), text, ways, given="no")
    return slogan if wanted == "yes" else ""


def _also_exempt(ask: Ask, _: Translate, audience: Audience) -> Audience:
    """Return the audience with the units exempt this year, if that was asked for at the end."""
    text = _("Are units that are exempt this year told too?")
    ways = (Choice("no", _("No, not those")), Choice("yes", _("Tell them too")))
    also = ask.choice("exempt", _("Exempt units"), text, ways, given="no")
    return Audience(audience.types, audience.below, audience.units, audience.rest, also == "yes")


def _look(ask: Ask, _: Translate, words: str, audience: Audience, whose: tuple[Unit, Form]) -> None:
    """Show it as it will look, and go on only when it is to be sent."""
    office, form = whose
    reach = ask.fact(AudienceOf(office.id, form.programme.code, form.year, audience))
    looks = with_head(Announced("", form.programme.office.board, words), _)
    parts = {question.key: question.label for question in reversed(ask.asked) if question.label}
    keys = [key for key in ("about", "text", "basis", "slogan", "whom", "exempt") if key in parts]
    edits = [_edit(_, key, parts[key]) for key in keys]
    ask.review(
        say_preview(looks, reach, form, ask.now, _),
        send=Choice("send", _("Send"), ("gửi", "đồng ý")),
        edits=(),
        more=edits,
        which=(_("Change"), _("Which part of it shall change?")),
    )


def _edit(_: Translate, key: str, label: str) -> Choice:
    return Choice(key, _("Change {part}").format(part=label[:1].lower() + label[1:]))
