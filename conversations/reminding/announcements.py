"""The words of announcements and of models launched from above."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.announcing.notice import notice
from conversations.launch_notices import launched_to_you
from conversations.say import Say
from dialog.turn import Translate
from rules.adopting import LaunchTold
from rules.announcing import Announced

WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {
    Announced: notice,
    LaunchTold: launched_to_you,
}
