"""What an import of a table would do, for facts; where tables lie only the shell knows."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from rules.import_commands import ImportPlan
from rules.importing.preview import Preview
from storage.database import Transaction

Previewing: TypeAlias = Callable[[Transaction, str, ImportPlan], Awaitable[Preview | None]]


class _Around(Protocol):
    @property
    def preview(self) -> Previewing: ...


async def no_tables(_tx: Transaction, _person: str, _asked: ImportPlan) -> None:
    """Answer where there are no tables."""


async def _previews(
    tx: Transaction, asked: Sequence[tuple[str, Any]], around: _Around
) -> Sequence[Any]:
    return [await around.preview(tx, person, request) for person, request in asked]


ANSWERED: Mapping[type, Callable[..., Awaitable[Sequence[Any]]]] = {ImportPlan: _previews}
