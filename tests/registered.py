"""Entries of earlier years, as many as a test needs."""

from storage.entries import NewEntry


def registered_in(unit: str, year: int, *, count: int = 1, first: int = 1) -> list[NewEntry]:
    """Return entries of a unit in a year, numbered from `first` on."""
    return [_entry(unit, year, number) for number in range(first, first + count)]


def _entry(unit: str, year: int, number: int) -> NewEntry:
    return NewEntry(
        id=f"e{year}{number:05}",
        code=f"DVK-{year}-{number:04}",
        number=number,
        dialog=f"paper-{year}-{number}",
        unit=unit,
        typed_by="hanh",
        programme="can-tho-khoi",
        programme_version=1,
        round=year,
        kind="new-collective",
        entry_kind="model",
        subject="collective",
        origin="new",
        counts=True,
        name=f"Tuyến đường hoa {number}",
        address="xã An Lạc, huyện Lục Yên",
        field="culture-society",
        content="Trồng hoa hai bên đường.",
        state="recognised",
        on_time=True,
        channel="paper",
        created_at=number,
    )
