"""Several matters of one person at one moment are one message, as long as it can be read."""

from collections.abc import Sequence

from conversations.say import Option, Say
from dialog.turn import Translate

MOST = 700  # characters; the rest goes into the next message


def digest(says: Sequence[Say], _: Translate) -> list[tuple[Say, tuple[int, ...]]]:
    """Return the messages, each with the places of what it says among what was given."""
    messages: list[tuple[Say, tuple[int, ...]]] = []
    for group in _groups(says):
        together = [says[n] for n in group]
        messages.append((_joined(together, _) if len(group) > 1 else together[0], group))
    return messages


def _groups(says: Sequence[Say]) -> list[tuple[int, ...]]:
    groups: list[list[int]] = []
    room = 0
    # What "say 1" means is what was said last.
    for n in sorted(range(len(says)), key=lambda n: says[n].says_one):
        say = says[n]
        if not groups or len(say.text) > room or say.file or say.says_one:
            groups.append([])
            room = MOST
        groups[-1].append(n)
        room = 0 if say.file else room - len(say.text)
    return [tuple(group) for group in groups]


def _joined(says: Sequence[Say], _: Translate) -> Say:
    lead = _("Comrade, there are {count} matters:").format(count=len(says))
    text = "\n\n".join((lead, *(f"• {say.text}" for say in says)))
    rows: dict[tuple[Option, ...], None] = dict.fromkeys(row for say in says for row in say.rows)
    return Say(text, tuple(rows), once=any(say.once for say in says))
