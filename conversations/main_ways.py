"""What the main list offers: five ways to a unit's contact, five to the office, and its others."""

from conversations.offer import act
from conversations.say import Option
from conversations.situation import Situation, Translate
from rules.person import Person
from rules.roles import holds


def main_ways(s: Situation) -> list[Option]:
    """Return the five ways for whoever asks; who is of an office too has its list."""
    return _office(s.translate) if _is_office(s.person) else contact_ways(s.translate)


def contact_ways(_: Translate) -> list[Option]:
    """Return the five ways of a unit's contact."""
    return [
        act(_("Register"), "register"),
        act(_("My unit"), "unit"),
        act(_("Deadlines"), "deadlines"),
        act(_("See, change what was sent"), "mine"),
        act(_("Reach a human"), "help"),
    ]


def more_ways(s: Situation) -> list[Option]:
    """Return what an office does less often; who has a unit of their own besides gets there."""
    _ = s.translate
    ways = [
        act(_("Search registrations, units, people"), "find"),
        act(_("Desk on a computer"), "desk"),
        act(_("Organisation"), "organisation"),
        act(_("Invitation codes"), "codes"),
        act(_("Import from Excel"), "import"),
        *_of_programmes(s),
        act(_("Ratings of units"), "ratings"),
        act(_("Deadlines"), "deadlines"),
    ]
    if s.person.runs_the_office():
        return [*ways, act(_("Reach a human"), "help")]
    return [*ways, act(_("What my own unit has to do"), "contact-list")]


def _of_programmes(s: Situation) -> list[Option]:
    """Return what only some programmes have: models launched from above, targets."""
    _ = s.translate
    ways = []
    if any(form.programme.launched for form in s.forms):
        ways.append(act(_("Models launched from above"), "launched"))
    if any(form.programme.targets for form in s.forms):
        ways.append(act(_("Targets of the programme"), "targets"))
    if any(form.programme.scheduling.register_before for form in s.forms):
        ways.append(act(_("The month's schedule of the cells"), "schedule"))
    return ways


def _office(_: Translate) -> list[Option]:
    return [
        act(_("Summary table"), "table"),
        act(_("Who is missing"), "missing"),
        act(_("What waits for the office"), "waiting"),
        act(_("Announcements, deadlines"), "announcing"),
        act(_("Type in for others, paper"), "paper-work"),
    ]


def _is_office(person: Person) -> bool:
    return any(hat.confirmed and holds(hat.role, "office") for hat in person.memberships)
