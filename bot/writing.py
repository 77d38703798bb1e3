"""Writing what a batch led to: dialogs, menus, pictures, and the bubbles to be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot import lease
from bot.acquaint import Turn
from bot.carry_out.order import Told
from bot.channels import Incoming
from bot.handled import Handled
from bot.interrupted import interrupted
from bot.overtaking import held_back, overtake
from bot.parking import welcome_back
from bot.remembering import Written, remember
from bot.remind.beside import NOTHING, Beside, beside, note
from bot.shell import Shell
from conversations.dialogs import front
from conversations.numbered import one_list, turnable
from conversations.offer import numbered
from conversations.said import File, Place, Press, Text
from conversations.say import Say
from conversations.show import apology
from conversations.situation import Open
from rules.meeting_commands import ReplyToMeeting
from rules.secrecy import looks_secret
from storage import attachments, dialogs, memberships, outbox, people, withdrawing
from storage.chats import Chat
from storage.database import Transaction
from storage.dialogs import StoredDialog
from storage.outbox import OutboxRow


async def write(
    tx: Transaction,
    turns: Sequence[Turn],
    told: Sequence[Told],
    shell: Shell,
    handled: Handled,
) -> None:
    """Write everything the turns came to, each kind for the whole batch at once."""
    now = shell.clock.now_ms()
    waited = await interrupted(tx, turns, shell)
    await people.seen(tx, [turn.address for turn in turns], at=now)
    for turn in turns:
        if turn.blocked:  # whoever writes wants to be answered
            await welcome_back(tx, turn.chat, now=now)
            handled.back = True
    await dialogs.close(tx, [key for turn in turns for key in turn.all().close])
    await dialogs.keep(tx, [row for turn in turns for row in _dialogs(turn, now)])
    more = await beside(tx, turns, shell, now=now)
    await people.keep_menus(tx, _menus(turns, more, now))
    made = [_bubbles(turn, more.get(turn.address, NOTHING), shell, now, waited) for turn in turns]
    rows = {turn.address: mine for turn, mine in zip(turns, made, strict=True)}
    await note(tx, more, {key: [one.row.id for one in rows[key]] for key in more}, now=now)
    bubbles = [bubble for mine in made for bubble in mine]
    if told:
        bubbles += await _for_others(tx, told, shell, now)
    await _add(tx, await remember(tx, bubbles), shell, handled)


async def write_told(tx: Transaction, told: Sequence[Told], shell: Shell, handled: Handled) -> None:
    """Write the bubbles for those concerned by what was not done in a chat."""
    if told:
        bubbles = await _for_others(tx, told, shell, shell.clock.now_ms())
        await _add(tx, await remember(tx, bubbles), shell, handled)


async def _for_others(
    tx: Transaction, told: Sequence[Told], shell: Shell, now: int
) -> list[Written]:
    """Return the bubbles for those who still want to hear from us."""
    readers = sorted({one.person for one in told})
    silent = await withdrawing.silent(tx, readers)
    today = shell.clock.local(now).date().isoformat()
    places = await memberships.of_people(tx, readers, today=today)
    return [
        Written(
            _row(one.chat, one.person, one.say, shell, now),
            one.known,
            places.get(one.person, ()),
            one.always,
        )
        for one in told
        if one.person not in silent
    ]


async def _add(tx: Transaction, rows: list[OutboxRow], shell: Shell, handled: Handled) -> None:
    """Add the rows; those of chats in which something still waits are left to wait behind it."""
    chats = list({Chat(r.channel, r.bot, r.chat) for r in rows if r.state == "sending"})
    busy = await outbox.busy(tx, chats, lease=shell.lease) if chats else set()
    settled = [
        _waiting(row) if Chat(row.channel, row.bot, row.chat) in busy else row for row in rows
    ]
    await overtake(tx, settled, now=shell.clock.now_ms())
    await outbox.add(tx, settled)
    handled.rows += [row for row in settled if row.state == "sending"]
    handled.ring |= {row.person for row in settled if row.channel == "web"}


def _waiting(row: OutboxRow) -> OutboxRow:
    if row.state != "sending":
        return row
    return replace(row, state="pending", attempts=0, lease="", leased_until=0)


def _bubbles(
    turn: Turn, more: Beside, shell: Shell, now: int, waited: Mapping[str, Say]
) -> list[Written]:
    person = turn.situation.person
    echo = _echo(turn, shell, now)  # first: the page shows bubbles in the order of their ids
    says = (apology(turn.situation),) if turn.failed else more.says(turn.all().says)
    if turn.address in waited:
        says = (waited[turn.address], *says)
    translate = turn.situation.translate
    rows = [
        _row(turn.chat, person.id, turnable(say, translate), shell, now) for say in one_list(says)
    ]
    if turn.chat.channel in shell.plans and more is NOTHING and len(says) == 1 and says[0].counts:
        rows = [held_back(rows[0], says[0], now=now)]
    return [
        *(Written(row) for row in echo),
        *(_written(turn, row, (*turn.known, *more.facts)) for row in rows),
    ]


def _written(turn: Turn, row: OutboxRow, known: Sequence[Any]) -> Written:
    """Return an answer with what is known of it; what is said once more remembers what it did."""
    places = turn.situation.person.memberships
    if not turn.seen:
        return Written(row, known, places)
    return Written(replace(row, bears=turn.seen.bears), known, places, turn.seen.about)


def _row(chat: Chat, person: str, say: Say, shell: Shell, now: int) -> OutboxRow:
    """Return a bubble of ours: on the web it is there at once, elsewhere it is being sent by us."""
    if chat.channel == "web":
        return OutboxRow(
            shell.ids.next(),
            *chat,
            person,
            say=say.to_json(),
            state="sent",
            created_at=now,
            settled_at=now,
        )
    return OutboxRow(
        shell.ids.next(),
        *chat,
        person,
        say=say.to_json(),
        state="sending",
        attempts=1,
        lease=shell.lease,
        leased_until=now + lease.MS,
        created_at=now,
    )


def _echo(turn: Turn, shell: Shell, now: int) -> list[OutboxRow]:
    """Return the person's own bubble for the web page, which has no other memory of it."""
    words = words_to_keep(turn)
    if turn.incoming.channel != "web" or not words:
        return []
    return [
        OutboxRow(
            shell.ids.next(),
            *turn.chat,
            turn.situation.person.id,
            side="theirs",
            say={"text": words},
            state="sent",
            external=turn.incoming.external,
            created_at=now,
            settled_at=now,
            bears=_reason_for(turn),
        )
    ]


def _reason_for(turn: Turn) -> str:
    """Return the meeting of which somebody says, or is asked, why they are away; "" for none."""
    match turn.all().command:
        case ReplyToMeeting(meeting=meeting, reason=str(reason)) if reason:
            return meeting
    ahead = front(turn.situation)
    return ahead.subject if ahead and ahead.script == "meeting-away" else ""


def words_to_keep(turn: Turn) -> str:
    """Return what was said, as the person saw it; "" for what must not be kept.

    Nothing of what bears a stamp of secrecy, nothing said before consent.
    """
    words = _words(turn.incoming)
    silent = turn.all().forget or turn.situation.consent != "given" or looks_secret(words)
    return "" if silent else words


def _words(incoming: Incoming) -> str:
    match incoming.said:
        case Text():
            return incoming.said.text
        case Press():
            return incoming.label
        case Place():
            return f"{incoming.said.latitude:.5f}, {incoming.said.longitude:.5f}"
        case File() if incoming.file and incoming.file.hash:  # which only the office's have
            return f"📄 {incoming.said.name}"
    return "🖼" if incoming.picture else ""


def _dialogs(turn: Turn, now: int) -> list[tuple[str, StoredDialog]]:
    return [(turn.situation.person.id, _stored(dialog, now)) for dialog in turn.all().keep]


def _stored(dialog: Open, now: int) -> StoredDialog:
    return StoredDialog(
        dialog.id,
        dialog.script,
        dialog.state.to_json(),
        dialog.subject,
        dialog.programme,
        0,
        dialog.round,
        now,
        now,
    )


async def keep_pictures(tx: Transaction, turns: Sequence[Turn]) -> None:
    """Want the pictures that are still at their channel; note those that are on our disk already.

    Nothing is kept before consent.
    """
    agreed = [turn for turn in turns if turn.situation.consent == "given" and not turn.failed]
    sent = [(turn, turn.incoming.picture) for turn in agreed if turn.incoming.picture]
    await attachments.want(tx, [
        attachments.Wanted(
            turn.picture,
            turn.situation.person.id,
            turn.incoming.channel,
            turn.incoming.bot,
            picture.remote,
            turn.incoming.at,
        )
        for turn, picture in sent
    ])  # fmt: skip
    for turn, picture in sent:
        if picture.hash:
            photo = attachments.Kept(turn.picture, picture.hash, picture.kind, picture.size)
            await attachments.kept(tx, photo)


def _menus(
    turns: Sequence[Turn], more: Mapping[str, Beside], now: int
) -> dict[str, dict[str, Any]]:
    """Return what a lone digit means now: the acts of the last bubble, if it asks for no answer."""
    menus = {}
    for turn in turns:
        outcome = turn.all()
        says = more.get(turn.address, NOTHING).says(outcome.says)
        data = numbered(says[-1].rows) if says else ()
        found = outcome.found or turn.situation.found
        had = turn.situation.menu or turn.situation.misses or found
        if data or had or outcome.misses:
            menu = {"at": now, "in": turn.address, "data": data, "misses": outcome.misses}
            menus[turn.situation.person.id] = {**menu, "found": found} if found else menu
    return menus
