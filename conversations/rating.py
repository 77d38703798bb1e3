"""How units were rated for a year, for the office; for anybody else that is nothing of ours."""

from conversations.levels import say_level
from conversations.offer import act, rows
from conversations.offices import offices
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.show import not_ours
from conversations.situation import Situation
from conversations.states import say_names
from rules.adoption_requests import RatingsOf
from rules.numbers import say_number, say_percent
from rules.person import Unit
from rules.ratings import Ratings


def ratings(s: Situation, subject: str) -> Outcome:
    """Return how the office's units were rated for the year named, else the newest there is."""
    year = int(subject) if subject.isdecimal() else 0
    says = tuple(_table(s, office, year) for office in offices(s.person))
    return Outcome(says or (not_ours(s),))


def _table(s: Situation, office: Unit, year: int) -> Say:
    _ = s.translate
    found: Ratings = s.facts_of(RatingsOf(office.id, year))
    if not found.rated:
        return _none(s, found)
    head = _("RATINGS of {year}: {count} units")
    lines = [head.format(year=found.year, count=say_number(found.rated))]
    for level, count in found.counts:
        said = say_level(level, _)
        share = say_percent(found.share(level))
        lines.append(f"• {said[:1].upper()}{said[1:]}: {say_number(count)} ({share})")
    if found.unrated:
        text = _("Not rated: {names}.")
        lines.append(text.format(names=say_names(found.unrated, _)))
    return Say("\n".join(lines), rows(*_years(s, found)))


def _none(s: Situation, found: Ratings) -> Say:
    _ = s.translate
    if found.year:
        text = _("No ratings of {year} are here.").format(year=found.year)
    else:
        text = _("No ratings are here yet.")
    text += " " + _("To import them, send a table here: unit, year, rating.")
    template = act(_("Template of ratings"), "template", "ratings")
    return Say(text, rows(template, *_years(s, found)))


def _years(s: Situation, found: Ratings) -> list[Option]:
    _ = s.translate
    others = [year for year in found.years if year != found.year]
    return [act(_("Ratings of {year}").format(year=year), "ratings", str(year)) for year in others]
