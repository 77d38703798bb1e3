"""What every command begins with."""

import os
from pathlib import Path

from bot.log import configure_log
from bot.settings import Settings, read_settings

_OURS_ALONE = 0o077


def begin(here: Path) -> Settings:
    """Return the settings; from now on logs hide secrets and new files are ours alone.

    Raises SettingsError.
    """
    os.umask(_OURS_ALONE)
    configure_log()
    settings = read_settings(os.environ, here=here)
    configure_log(settings.secrets())
    return settings
