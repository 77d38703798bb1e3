"""Whoever wrote while the bot was away is told so, once, before they are answered."""

from collections.abc import Sequence

from bot.acquaint import Turn
from bot.shell import Shell
from conversations.reminding.gaps import received_late
from conversations.say import Say
from rules.gaps import Gap
from storage import addresses, gaps
from storage.database import Transaction

PROMPT_MS = 60_000  # what was said so shortly ago did not wait for us


async def interrupted(tx: Transaction, turns: Sequence[Turn], shell: Shell) -> dict[str, Say]:
    """Return what those read, by address, whose first message in a gap this is."""
    now = shell.clock.now_ms()
    waited = [turn for turn in turns if now - turn.incoming.at > PROMPT_MS]
    kept = await gaps.gaps(tx) if waited else []
    within = {
        turn.address: (turn, gap)
        for turn in waited
        for gap in kept
        if gap.start <= turn.incoming.at < gap.end
    }
    seen = await addresses.seen(tx, list(within)) if within else {}
    return {
        address: _said(turn, gap, shell)
        for address, (turn, gap) in within.items()
        if seen[address] < gap.end
    }


def _said(turn: Turn, gap: Gap, shell: Shell) -> Say:
    local, s = shell.clock.local, turn.situation
    away = local(gap.start), local(gap.end)
    sent = local(turn.incoming.at)
    return Say(received_late(away, sent=sent, now=s.now, _=s.translate))
