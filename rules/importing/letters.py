"""What spreadsheets call their columns."""


def column_letter(place: int) -> str:
    """Return the letters of a column, from 0: A, B … Z, AA."""
    before, last = divmod(place, 26)
    return (column_letter(before - 1) if before else "") + chr(ord("A") + last)
