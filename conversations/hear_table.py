"""A table that was sent: read if it is of the office, like any other document if not."""

from conversations.dialogs import front
from conversations.digression import and_again
from conversations.import_table import IMPORTS
from conversations.outcome import Outcome
from conversations.said import File
from conversations.say import Say
from conversations.show import secret, unreadable
from conversations.situation import Situation
from conversations.table_words import table_refusal
from conversations.tables import templates
from conversations.words import waiting_at
from rules.acts import may_act
from rules.file_commands import ReadTable
from rules.secrecy import looks_secret
from rules.table import MOST_BYTES


def hear_table(s: Situation, said: File) -> Outcome:
    """Return what comes of a table: it is read, if it is of the office."""
    _ = s.translate
    ahead = front(s)
    if looks_secret(said.name):
        return Outcome((secret(s),), forget=True)
    if not may_act("import", s.person):
        return and_again(s, Outcome((unreadable(s, "file"),)), ahead, waiting_at(s, ahead))
    if said.size > MOST_BYTES:
        return Outcome((Say(table_refusal("table-too-large", _), templates(_), wants="table"),))
    # What was begun with an earlier table is over: this one may be that one put right.
    begun = tuple(dialog.id for dialog in s.dialogs if dialog.script in IMPORTS)
    return Outcome(close=begun, command=ReadTable(said.ref, said.name))
