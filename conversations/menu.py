"""The commands a channel can list in its own menu; typed words do the same."""

from conversations.situation import Translate


def commands(_: Translate) -> list[tuple[str, str]]:
    """Return (command, what it does) for the menu of a channel."""
    return [
        ("dangky", _("Register a model or an exemplar")),
        ("donvi", _("How my unit stands")),
        ("han", _("Deadlines of this year")),
        ("cuatoi", _("See, change what was sent")),
        ("nhacviec", _("When the assistant reminds me")),
        ("thanhvien", _("People of my unit")),
        ("tim", _("Search registrations, units, people")),
        ("trogiup", _("Reach a human")),
        ("dulieu", _("See, correct, erase what is kept about me")),
        ("mavaolai", _("A code to go on elsewhere")),
        ("mucchinh", _("Main list")),
    ]


def in_a_group(link: str, _: Translate) -> str:
    """Return what to say in a group, where nothing of a unit is talked about."""
    text = _("To keep your unit's information, please write to the assistant privately: {link}.")
    return text.format(link=link)
