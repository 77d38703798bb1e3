"""What comes of one message: bubbles, drafts kept or closed, perhaps a command to carry out."""

from dataclasses import dataclass, replace
from typing import Self

from conversations.said import Begin
from conversations.say import Say
from conversations.situation import Open
from rules.commands import Command


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of thinking.

    keep      dialogs as they are now
    close     ids of dialogs that ended
    begin     a script to open after the command, with the words that lead to it
    forget    what was said must be stored nowhere
    found     keys of what a search found, to page through
    misses    how often in a row nothing was understood outside a dialog, now
    owed      all that is still to be told by itself goes with it, however long that is
    """

    says: tuple[Say, ...] = ()
    keep: tuple[Open, ...] = ()
    close: tuple[str, ...] = ()
    command: Command | None = None
    begin: Begin | None = None
    forget: bool = False
    found: tuple[str, ...] = ()
    misses: int = 0
    owed: bool = False

    def then(self, later: Self) -> Self:
        """Return both, this one first."""
        kept = {dialog.id: dialog for dialog in (*self.keep, *later.keep)}
        return replace(
            later,
            says=(*self.says, *later.says),
            keep=tuple(d for d in kept.values() if d.id not in {*self.close, *later.close}),
            close=(*self.close, *later.close),
            command=self.command or later.command,
            forget=self.forget or later.forget,
            found=later.found or self.found,
            owed=self.owed or later.owed,
        )
