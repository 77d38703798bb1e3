"""What a batch of messages led to."""

from dataclasses import dataclass, field

from bot.channels import Incoming
from storage.outbox import OutboxRow


@dataclass(slots=True)
class Handled:
    """What a batch led to, to be acted on after the commit.

    rows    bubbles this process sends now
    ring    people whose web page has something new
    later   messages that must wait: their person had another one in this batch
    back    whether somebody is back for whom rows had been put aside
    """

    rows: list[OutboxRow] = field(default_factory=list)
    ring: set[str] = field(default_factory=set)
    later: list[Incoming] = field(default_factory=list)
    back: bool = False
