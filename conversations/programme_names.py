"""What a programme is called beside others, which may have the same title."""

from collections.abc import Sequence

from conversations.situation import Form


def programme_name(form: Form, forms: Sequence[Form]) -> str:
    """Return the title of a programme; where another has the same, with the board it is sent to."""
    programme = form.programme
    alike = [one for one in forms if one.programme.title == programme.title]
    return programme.title if len(alike) == 1 else f"{programme.title} ({programme.office.board})"
