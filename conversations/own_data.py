"""DỮ LIỆU: what is kept about a person, and what they may have done with it."""

from conversations.channel_names import say_channel
from conversations.dialogs import begin
from conversations.drive import present
from conversations.moments import say_moment, short_day
from conversations.offer import act, rows
from conversations.on_menu import on_menu
from conversations.outcome import Outcome
from conversations.said import Press, Said, Text
from conversations.say import Option, Say
from conversations.second_yes import second_yes
from conversations.show import main_list, say_human
from conversations.situation import Situation
from rules.kept_data import KeptData
from rules.person import Human, Membership
from rules.phones import say_phone
from rules.rights import CopyMyData, EraseMe, SeeMyData, WithdrawConsent


def shown(s: Situation, kept: KeptData, whom: Human) -> Say:
    """Return everything kept about the person, and what can be done with it."""
    _ = s.translate
    if not s.consent:
        return Say(_("The assistant keeps nothing about you but that you wrote to it here."))
    person, nothing = kept.person, _("not given")
    phone = say_phone(person.phone) if person.phone else nothing
    languages = {"vi": _("Vietnamese"), "en": _("English")}
    lines = [
        _("The assistant keeps about you:"),
        _("• Name: {name}").format(name=person.name or nothing),
        _("• Phone: {phone}").format(phone=phone),
        *(_place(s, hat) for hat in person.memberships),
        _("• Writes by: {channels}").format(channels=_channels(s, kept)),
        _("• Language: {language}").format(language=languages[person.language]),
        _agreement(s, kept),
        _counts(s, kept),
        "",
        _("What you ask for below the assistant does at once. To help you: {human}.").format(
            human=say_human(s, whom)
        ),
    ]
    return Say("\n".join(lines), _ways(s, kept))


def _place(s: Situation, hat: Membership) -> str:
    _ = s.translate
    line = f"• {hat.unit.name}"
    line += f": {hat.position}" if hat.position else ""
    if hat.since:
        line += _(", since {day}").format(day=short_day(hat.since))
    return line if hat.confirmed else line + " " + _("(not confirmed yet)")


def _channels(s: Situation, kept: KeptData) -> str:
    _ = s.translate
    return ", ".join(say_channel(channel, _) for channel in kept.channels) or _("none")


def _agreement(s: Situation, kept: KeptData) -> str:
    _ = s.translate
    if kept.agreed_at is None:
        return _("• Consent: not given")
    text = _("• Consent: given at {moment}, wording {version}")
    return text.format(moment=say_moment(kept.agreed_at, _), version=kept.agreed_to)


def _counts(s: Situation, kept: KeptData) -> str:
    _ = s.translate
    text = _(
        "• Registrations sent: {entries}; drafts: {drafts}; photos: {photos}; "
        "calls for help: {calls}"
    )
    return text.format(
        entries=kept.entries, drafts=kept.drafts, photos=kept.photos, calls=kept.calls
    )


def _ways(s: Situation, kept: KeptData) -> tuple[tuple[Option, ...], ...]:
    _ = s.translate
    agreed = kept.agreed_at is not None
    return rows(
        *([act(_("Correct it"), "data-correct")] if agreed else []),
        act(_("Get a copy"), "data-copy"),
        *([act(_("Withdraw consent"), "data-withdraw")] if agreed else []),
        act(_("Erase my data"), "data-erase"),
    )


def see(_s: Situation, _subject: str) -> Outcome:
    """Have what is kept looked up, which is noted."""
    return Outcome(command=SeeMyData())


def correct(s: Situation, _subject: str) -> Outcome:
    """Ask what is to be corrected."""
    return present(s, begin(s, "amend"))


def copy(_s: Situation, _subject: str) -> Outcome:
    """Have a copy made."""
    return Outcome(command=CopyMyData())


def withdraw(s: Situation, _subject: str) -> Outcome:
    """Ask for the second yes before consent is withdrawn, and say what goes and what stays."""
    _ = s.translate
    text = _(
        "Withdraw your consent? Your drafts are erased and the assistant reminds you no more. "
        "Your name and position in the office's list of contacts stay, and so do the "
        "registrations you sent: the office has to keep its register."
    )
    yes = act(_("Withdraw consent"), "data-withdraw-yes")
    return Outcome((Say(text, rows(yes, act(_("Leave it as it is"), "data-keep"))),))


def withdraw_yes(_s: Situation, _subject: str) -> Outcome:
    """Withdraw consent."""
    return Outcome(command=WithdrawConsent())


def erase(s: Situation, _subject: str) -> Outcome:
    """Ask for the second yes before the person is forgotten, and say what goes and what stays."""
    _ = s.translate
    text = _(
        "Erase your data? The assistant erases your name, phone number, drafts, photos not sent "
        "and messages, and your place in the unit ends. Registrations you sent still count, "
        "without your name. This cannot be undone. To erase, press the answer below or say XÓA."
    )
    yes = act(_("Erase my data"), "data-erase-yes")
    return Outcome((Say(text, rows(yes, act(_("Leave it as it is"), "data-keep"))),))


def erase_yes(_s: Situation, _subject: str) -> Outcome:
    """Forget the person."""
    return Outcome(command=EraseMe())


def keep(s: Situation, _subject: str) -> Outcome:
    """Leave everything as it is."""
    _ = s.translate
    text = _("Very well, everything stays as it is.")
    return Outcome((main_list(s, text) if s.consent == "given" else Say(text),))


ACTS = {
    "data": see,
    "data-correct": correct,
    "data-copy": copy,
    "data-withdraw": withdraw,
    "data-withdraw-yes": withdraw_yes,
    "data-erase": erase,
    "data-erase-yes": erase_yes,
    "data-keep": keep,
}


def right_asked_for(s: Situation, said: Said) -> str:
    """Return the act of these that a press, a number or a word means; "" if none.

    Who was never asked for consent has nothing here, whatever old button they press.
    """
    if not s.consent:
        return ""
    data = ""
    match said:
        case Press(data):
            pass
        case Text(words) if (number := words.strip(" .")).isdecimal():
            data = on_menu(s, int(number))
        case Text(words):
            data = second_yes(s, words)
    prefix, _, name = data.partition(":")
    name = name.partition(":")[0]
    return name if prefix == "a" and name in ACTS and name != "data-correct" else ""
