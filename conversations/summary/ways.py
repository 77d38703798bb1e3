"""What can be done with a table once it is there."""

from conversations.offer import act, rows
from conversations.say import Option
from conversations.situation import Situation
from conversations.summary.reminding import to_remind
from conversations.summary.whose import Meant
from conversations.summary.years import year_before
from rules.numbers import say_number
from rules.summary import Summary


def office_ways(
    s: Situation, key: str, one: Meant, summary: Summary
) -> tuple[tuple[Option, ...], ...]:
    """Return the ways on from a table that is kept under a key."""
    _ = s.translate
    ways = [
        act(_("Picture of the table, to forward"), "table-picture", key),
        act(_("Excel and Word files"), "table-files", key),
    ]
    if any(line.missing for line in summary.lines):
        ways.insert(0, act(_("Who is missing, with phone numbers"), "missing", one.subject))
    return rows(*ways, *_further(s, one, summary, "nudge-look"))


def officer_ways(s: Situation, one: Meant, summary: Summary) -> tuple[tuple[Option, ...], ...]:
    """Return the ways on for an officer over these units."""
    _ = s.translate
    ways = []
    if any(line.missing for line in summary.lines):
        ways.append(act(_("Who is missing"), "missing", one.subject))
    return rows(*ways, *_further(s, one, summary, "remind-text"))


def _further(s: Situation, one: Meant, summary: Summary, way: str) -> list[Option]:
    """Return the ways that are only of the present round: nobody is reminded of one before."""
    remind = [] if one.year or not to_remind(summary) else [_reminding(s, summary)]
    return [*(act(label, way, one.subject) for label in remind), *year_before(s, one)]


def _reminding(s: Situation, summary: Summary) -> str:
    _ = s.translate
    by_hand = sum(line.missing > 0 and line.now.papers > 0 for line in summary.lines)
    text = _("Write a text reminding {count} units that are short")
    if by_hand:
        text = _(
            "Write a text reminding {count} units that are short "
            "(not {papers} that sent the paper form)"
        )
    count = say_number(len(to_remind(summary)))
    return text.format(count=count, papers=say_number(by_hand))
