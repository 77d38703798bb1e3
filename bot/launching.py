"""The programmes as they stand at the moment of a transaction: with the models opened by then."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.shell import Programmes, Shell
from conversations.situation import Form
from rules.opened import has_closed, opened
from storage import launches
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class _Opened:
    """Programmes with the models that were launched, given by the codes of both."""

    programmes: Programmes
    launched: Collection[tuple[str, str]]

    def forms(self, today: dt.date) -> tuple[Form, ...]:
        """Return a form for each programme, as `Programmes` says."""
        return tuple(
            replace(form, programme=opened(form.programme, self.launched))
            for form in self.programmes.forms(today)
        )


async def with_launches(tx: Transaction, shell: Shell) -> Shell:
    """Return the shell as of this transaction; nothing is asked where no model waits, or again."""
    if isinstance(shell.programmes, _Opened):
        return shell
    forms = shell.programmes.forms(shell.clock.local(shell.clock.now_ms()).date())
    if not any(has_closed(form.programme) for form in forms):
        return shell
    return replace(shell, programmes=_Opened(shell.programmes, await launches.opened(tx)))
