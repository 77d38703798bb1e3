"""An answer of photos: it grows one by one until it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from rules.refused import Refused

CLOSED = "."


@dataclass(frozen=True, slots=True)
class Photos:
    """The refs of the photos so far, and whether the person said that these are all."""

    refs: tuple[str, ...] = ()
    closed: bool = False

    @classmethod
    def read(cls, said: str, most: int) -> Photos:
        """Return the photos kept as "ref ref ." (closed by the dot, by "done" or by the last allowed)."""
        parts = said.replace("done", CLOSED).split()
        refs = tuple(dict.fromkeys(part for part in parts if part != CLOSED))[:most]
        if not parts or not all(ref.isalnum() for ref in refs):
            raise Refused("not-a-photo")
        return cls(refs, CLOSED in parts or len(refs) >= most)

    def keep(self) -> str:
        """Return the canonical text."""
        return " ".join((*self.refs, *((CLOSED,) if self.closed else ())))
