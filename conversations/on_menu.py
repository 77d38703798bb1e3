"""What a lone number means of what was offered last in the same chat."""

from conversations.situation import Situation


def on_menu(s: Situation, number: int) -> str:
    """Return the act a number means of those offered last; "" for none.

    Without buttons a number means only what is in sight, and that is known before.
    """
    return s.menu[number - 1] if s.door.buttons and 0 < number <= len(s.menu) else ""
