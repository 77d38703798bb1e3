"""Links to a person's file: signed, for whoever was handed them, and over after some days."""

import hmac
from base64 import urlsafe_b64encode
from typing import NamedTuple

from conversations.say import SentFile

LENT_MS = 3 * 86_400_000  # from a Friday afternoon to the Monday after
_MINUTE_MS = 60_000
_SIGN_BYTES = 12


class Lent(NamedTuple):
    """What stands in a link: the file's id, the minute it is over at, who signed it."""

    key: str
    until: str
    sign: str


class Links:
    """Makes links and knows them again.

    public_url  where our server is opened, without a slash at its end
    secret      signs; whoever has another makes no link of ours
    """

    def __init__(self, public_url: str, secret: str) -> None:
        self._public_url = public_url
        self._secret = secret.encode()

    def to(self, file: SentFile, *, person: str, now: int) -> str:
        """Return the link to the page of a file of that person.

        It can be followed as often as need be for three days from `now` (UTC milliseconds), but
        no longer than the file is kept.
        """
        until = str(min(now + LENT_MS, file.until) // _MINUTE_MS)
        sign = self._sign(file.id, until, person)
        return f"{self._public_url}/lay/{file.id}/{until}/{sign}"

    def to_picture(self, file: SentFile, *, person: str, now: int) -> str:
        """Return the link straight to a picture, by a name that tells its kind."""
        ending = file.name.rpartition(".")[2].lower()
        return f"{self.to(file, person=person, now=now)}/anh.{ending}"

    def signed(self, lent: Lent, *, person: str) -> bool:
        """Return whether a link to a file of that person is one of ours."""
        sign = self._sign(lent.key, lent.until, person)
        return hmac.compare_digest(sign.encode(), lent.sign.encode(errors="replace"))

    def _sign(self, key: str, until: str, person: str) -> str:
        said = f"{key}/{until}/{person}".encode(errors="replace")
        made = hmac.digest(self._secret, said, "sha256")[:_SIGN_BYTES]
        return urlsafe_b64encode(made).decode()


def over_at(lent: Lent) -> int:
    """Return when a link of ours is over, UTC milliseconds."""
    return int(lent.until) * _MINUTE_MS
