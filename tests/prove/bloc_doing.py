"""What people of the bloc do in a virtual year, by the commands they really give."""

from rules.commands import Command, RegisterEntry
from rules.meeting_commands import ReplyToMeeting
from rules.paper_commands import ReceivePaper
from rules.reminding_commands import SaySent
from rules.unit_commands import ExemptUnit
from tests.bot.ordering import give
from tests.bot.scene import web
from tests.hamlet import Hamlet
from tests.prove.year_deeds import Deed

PROGRAMME, ROUND = "hung-yen-khoi", 2025
_BOXES = {
    "name": "Nụ cười một cửa",
    "address": "tỉnh Hưng Yên",
    "field": "party-building",
    "content": "Mỗi phòng một cán bộ hướng dẫn người dân làm thủ tục.",
}


async def do(world: Hamlet, deed: Deed, *, office: str) -> None:
    """Let a deed be done; paper and exemptions are the office's."""
    person = office if deed.what in {"paper", "exempt"} else deed.person
    await give(world, web(person), _command(world, deed))


def _command(world: Hamlet, deed: Deed) -> Command:
    today = world.clock.local(world.clock.ms).date().isoformat()
    match deed.what:
        case "registered":
            return RegisterEntry(
                f"{deed.unit} {deed.at}", deed.unit, PROGRAMME, ROUND, "new-collective", _BOXES
            )
        case "paper":
            return ReceivePaper(deed.unit, PROGRAMME, ROUND, today)
        case "said-sent":
            return SaySent(deed.unit, PROGRAMME, ROUND, "register")
        case "exempt":
            return ExemptUnit(deed.unit, PROGRAMME, ROUND, "đang sắp xếp tổ chức")
        case "coming" | "away":
            return ReplyToMeeting(deed.meeting, deed.revision, deed.what)
