"""Values that must not be seen: whoever prints one prints nothing of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that shows itself only to who asks for it; false when it was not given."""

    _text: str = ""

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "<secret>" if self._text else "<no secret>"
