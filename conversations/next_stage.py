"""What comes next in the year."""

import datetime as dt
from collections.abc import Sequence

from conversations.ends_of_stages import say_end
from conversations.situation import Form, Translate
from rules.entry import Entry
from rules.rounds import Deadline, deadline


def say_next_stage(
    form: Form, now: dt.datetime, _: Translate, *, entries: Sequence[Entry] = ()
) -> str:
    """Return "Công nhận mô hình, hết 17 giờ 00, … (còn 198 ngày)", "" where nothing comes.

    It is what comes after registering; what is recognised already is not recognised again.
    """
    recognised = bool(entries) and all(entry.state == "recognised" for entry in entries)
    found = _next(form, now, past={"register", "recognise"} if recognised else {"register"})
    if found is None:
        return ""
    text = _("{stage}, {when}") if found.paused else _("{stage}, {when} ({days} days left)")
    label = form.programme.stage(found.stage).label
    days = (found.last.date() - now.date()).days
    return text.format(stage=label, when=say_end(found, _), days=days)


def _next(form: Form, now: dt.datetime, *, past: set[str]) -> Deadline | None:
    assert now.tzinfo  # noqa: S101 - the shell gives local time
    codes = [stage.code for stage in form.programme.stages if stage.code not in past]
    ends = [deadline(form.programme, code, form.year, now.tzinfo) for code in codes]
    ahead = [end for end in ends if not end.is_past(now)]
    return min(ahead, key=lambda end: end.last, default=None)
