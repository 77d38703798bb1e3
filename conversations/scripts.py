"""The conversations there are, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.amend import amend
from conversations.announcing.scripts import ANNOUNCING
from conversations.consent import consent
from conversations.correct import correct
from conversations.deadline_scripts import DEADLINES
from conversations.import_table import IMPORTS
from conversations.introduce import introduce
from conversations.inviting import inviting
from conversations.meetings.scripts import MEETINGS
from conversations.membership.scripts import MEMBERSHIP
from conversations.office_scripts import OFFICE
from conversations.on_paper.scripts import ON_PAPER
from conversations.organising.scripts import ORGANISING
from conversations.photos import photos
from conversations.plan import plan
from conversations.register import register
from conversations.reminding.scripts import REMINDING
from conversations.search import search
from conversations.withdraw import withdraw
from dialog.turn import Script

SCRIPTS: Mapping[str, Script] = {
    "consent": consent,
    "introduce": introduce,
    "register": register,
    "photos": photos,
    "correct": correct,
    "withdraw": withdraw,
    "search": search,
    "amend": amend,
    "codes": inviting,
    "plan": plan,
    **ORGANISING,
    **ANNOUNCING,
    **ON_PAPER,
    **IMPORTS,
    **MEMBERSHIP,
    **MEETINGS,
    **OFFICE,
    **DEADLINES,
    **REMINDING,
}
