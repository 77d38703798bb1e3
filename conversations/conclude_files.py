"""What is said after a file was asked for, or a table sent."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import show
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation
from rules import file_results as results


def _file_coming(s: Situation, r: results.FileComing) -> Outcome:
    _ = s.translate
    text = _("The assistant is making the file {name}. It comes here by itself.")
    return Outcome((Say(text.format(name=r.name)),))


def _table_coming(s: Situation, r: results.TableComing) -> Outcome:
    _ = s.translate
    text = _("The assistant is reading the file {name}. What is in it comes by itself.")
    return Outcome((Say(text.format(name=r.name)),))


def _table_dropped(s: Situation, r: results.TableDropped) -> Outcome:
    _ = s.translate
    if not r.there:
        return Outcome((show.gone(s),))
    return Outcome((show.main_list(s, _("The file is put away, nothing of it was imported.")),))


FILE_WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.FileComing: _file_coming,
    results.TableComing: _table_coming,
    results.TableDropped: _table_dropped,
}
