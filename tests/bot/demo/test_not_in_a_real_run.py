"""Nothing of the demo's clock, faults or pages is in a bot that people use."""

import subprocess
import sys
from pathlib import Path

from rules.routes import ROUTES

HOUSE = Path(__file__).parents[3]
ALLOWED = {"bot.demo", "bot.demo.invented", "bot.demo.loader"}
LOADED = """
import sys
import bot.commands.run
print(*(name for name in sys.modules if name.startswith(("bot.demo", "bot.rehearsal"))))
"""


def test_a_real_run_loads_nothing_of_the_demo_but_its_invented_data() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=HOUSE, capture_output=True, text=True, check=True
    )

    assert set(done.stdout.split()) == ALLOWED


def test_no_address_of_the_demo_is_one_of_the_bot() -> None:
    assert not {"GET /so-cai", "POST /lam"} & set(ROUTES)
