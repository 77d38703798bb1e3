"""The sheet of invitations and the slips to cut, written beside the bot."""

import json
from collections.abc import Sequence

from bot.child import run_child
from conversations import invitation
from conversations.situation import Translate
from rules.invitation import Invitation

PATIENCE = 60.0


async def code_sheet(
    invitations: Sequence[Invitation], *, page: str, year: int, apps: Sequence[str], _: Translate
) -> bytes:
    """Return the Excel file; `page` is the web chat's address. Refused "child-failed"."""
    rows = [
        invitation.sheet_row(one, f"{page}/vao/{one.code}", year, apps, _) for one in invitations
    ]
    told = {"name": invitation.sheet_name(_), "head": invitation.sheet_head(_), "rows": rows}
    return await run_child("papers.code_sheet", json.dumps(told).encode(), patience=PATIENCE)


async def code_slips(sheet: bytes, *, apps: Sequence[str], _: Translate) -> bytes:
    """Return the Word file of what is on a sheet of ours. Refused "child-failed"."""
    told = {"everybody": invitation.slip_everybody(_), "how": invitation.slip_how(apps, _)}
    data = json.dumps(told).encode() + b"\n" + sheet
    return await run_child("papers.code_slips", data, patience=PATIENCE)
