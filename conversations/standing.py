"""How the person's units stand: what is registered, what is missing, what comes next."""

from collections.abc import Iterator, Sequence

from conversations.drafts import draft_line, written
from conversations.moments import say_moment
from conversations.next_thing import is_office, next_thing
from conversations.offer import act, rows
from conversations.on_paper.offered import unsent_lines
from conversations.programme_names import programme_name
from conversations.say import Option, Say
from conversations.situation import Form, Situation
from conversations.standing_block import concerns, needed, say_block
from conversations.unit_status import registered
from conversations.units_below import below
from rules.acts import may_act


def standing(s: Situation, *, of_other: bool = False) -> Say:
    """Return how each of the person's units stands, and the one thing to do next.

    `of_other`: they asked about another unit, which only who is over it may see.
    """
    _ = s.translate
    s.need(*dict.fromkeys(one for form in s.forms for one in needed(s, form)))
    forms, hats = _concerning(s), s.person.memberships
    head = _("“Dân vận khéo” {year} ({moment})")
    head = head.format(year=forms[0].year, moment=say_moment(s.now, _))
    parts = [f"{hats[0].unit.name}, {head}" if len(hats) == 1 else head]
    drafts = [*(draft_line(s, dialog) for dialog in written(s)), *unsent_lines(s)]
    if len(forms) == 1:
        parts += say_block(s, forms[0], hats, drafts)
    else:
        parts += ["\n".join(drafts), *(part for form in forms for part in _named(s, form))]
    if of_other and not any(_sees_below(s, form) for form in forms):
        parts.insert(0, _("The assistant shows only your own unit."))
    return Say("\n\n".join(filter(None, parts)), rows(*_ways(s, forms)))


def _concerning(s: Situation) -> list[Form]:
    """Return the programmes in which the person's units owe or have something, at least one."""
    hats = s.person.memberships
    found = [form for form in s.forms if any(concerns(s, form, hat) for hat in hats)]
    return found or [s.forms[0]]


def _named(s: Situation, form: Form) -> list[str]:
    """Return the paragraphs of one of several programmes, of the places it concerns."""
    hats = [hat for hat in s.person.memberships if concerns(s, form, hat)]
    first, *rest = say_block(s, form, hats)
    return [f"{programme_name(form, s.forms)}:\n{first}", *rest]


def _sees_below(s: Situation, form: Form) -> bool:
    hats = s.person.memberships
    over = (hat.unit for hat in hats if hat.confirmed and hat.role != "member")
    return any(below(s, form, unit).lines for unit in over)


def _ways(s: Situation, forms: Sequence[Form]) -> Iterator[Option]:
    """Yield the one thing to do next first, then where to see more."""
    _ = s.translate
    if way := next_thing(s, *forms):
        yield way
    if any(_sees_below(s, form) for form in forms):
        if may_act("table", s.person):
            yield act(_("Summary table"), "table")
        yield act(_("Who is missing"), "missing")
    own = [hat.unit for hat in s.person.memberships if not is_office(hat)]
    if any(registered(s, form, unit) for form in forms for unit in own):
        yield act(_("See, change what was sent"), "mine")
    elif own and not way:
        yield act(_("Register"), "register")
