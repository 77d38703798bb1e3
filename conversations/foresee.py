"""What a message will surely need, known before it is thought about: it spares loading twice."""

from conversations.dialogs import front
from conversations.situation import Situation, form_of
from rules.requests import EntriesOf, StandingOf


def foreseen(s: Situation) -> tuple[EntriesOf | StandingOf, ...]:
    """Return the requests that a registration under way makes every time."""
    ahead = front(s)
    if ahead is None or ahead.script != "register":
        return ()
    units = [hat.unit.id for hat in s.person.memberships]
    code = ahead.state.answers.get("_for", units[0] if len(units) == 1 else "")
    if code not in units:
        return ()
    form = form_of(s.forms, ahead.programme or ahead.state.answers.get("_programme", ""))
    return EntriesOf(code), StandingOf(code, form.year, form.programme.code)
