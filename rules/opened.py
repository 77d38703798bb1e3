"""A programme once the office has opened what its file keeps closed."""

from collections.abc import Collection
from dataclasses import replace

from rules.programme import Programme


def has_closed(programme: Programme) -> bool:
    """Return whether a model launched from above waits for the office to open it."""
    return any(not model.open for model in programme.launched)


def opened(programme: Programme, launched: Collection[tuple[str, str]]) -> Programme:
    """Return the programme with the launched models open, given by the codes of both."""
    models = tuple(
        replace(model, open=model.open or (programme.code, model.code) in launched)
        for model in programme.launched
    )
    return programme if models == programme.launched else replace(programme, launched=models)
