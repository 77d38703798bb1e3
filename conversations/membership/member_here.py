"""The place in a unit a conversation is about."""

from conversations.subject import subject
from dialog.ask import Ask
from rules.member import Member
from rules.member_requests import MemberOf


def member_here(ask: Ask) -> Member | None:
    """Return the place this is about, None for one that ended or is not theirs to change."""
    found: Member | None = ask.fact(MemberOf(subject(ask)))
    return found if found and found.may_change and found.place.confirmed else None
