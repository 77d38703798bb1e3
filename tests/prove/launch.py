"""The real service, `run` and all, with its boundaries wrapped; it can be killed at each of them.

By hand: FAULT=take-in:before:3 python -m tests.prove.launch
"""

import os
from pathlib import Path

from bot import not_sent
from bot.channels.zalo import polling
from bot.commands.begin import begin
from bot.commands.run import run
from tests.prove.crossings import Crossings
from tests.prove.wrapping import wrap

HOUSE = Path(__file__).parents[2]
SOON = (200,) * 5  # ms; nobody here waits minutes for what the fakes refused
A_MOMENT = 0.05  # seconds between copies of an update


def live() -> None:
    """Serve as the environment says until told to stop, or until the fault strikes."""
    wrap(Crossings(os.environ.get("FAULT", "")))
    not_sent.BACK_OFF_MS = SOON
    polling._FLOOR = A_MOMENT
    run(begin(HOUSE))


if __name__ == "__main__":
    live()
