"""An empty page on which a member writes down a meeting, where there is no electronic handbook."""

from conversations.papers.party import party_name
from conversations.situation import Translate
from rules.letter import Block, Grid, Letter
from rules.person import Unit

HEAD_MM = (50, 115)
TASKS_MM = (95, 40, 30)
LINE_MM, ROOM_MM = 10, 90  # to write by hand; the last is for what was said
TASKS = 4


def notebook_page(unit: Unit, _: Translate) -> Letter:
    """Return the page."""
    asked = (
        *((_("Hour, day, place"), LINE_MM), (_("Chair, who writes"), LINE_MM)),
        *((_("Present, absent"), LINE_MM), (_("What was talked about, decided"), ROOM_MM)),
    )
    high = tuple((place, millimetres) for place, (_words, millimetres) in enumerate(asked))
    head = Grid((), tuple((words, "") for words, _high in asked), HEAD_MM, high=high)
    titles = (_("What I have to do"), _("Together with"), _("By when"))
    room = tuple((place, LINE_MM) for place in range(TASKS))
    tasks = Grid(titles, (("", "", ""),) * TASKS, TASKS_MM, high=room)
    return Letter(
        above="",
        issuer=unit.name.upper(),
        party=party_name(_),
        place_day=_("Month …… of the year ………"),
        titles=(_("NOTES OF THE CELL'S MEETING"),),
        blocks=(Block(grid=head), Block(grid=tasks)),
        signers=("", _("WRITTEN BY")),
        sign=_("(signature, full name)"),
    )
