"""One question for what is registered: type, subject and origin together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversations.moments import say_last_moment
from conversations.situation import Form, Translate
from conversations.states import say_state
from dialog.ask import Ask
from dialog.questions import Choice
from rules.entry import Entry
from rules.person import Unit
from rules.programme import Kind, Programme
from rules.quotas import Standing
from rules.requests import StandingOf
from rules.rounds import deadline

KEEP = "keep-"
AT_MOST = 3  # of last year's, so that the list stays within one look


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is registered: the kind, the entry or the words it continues or replicates."""

    kind: Kind
    source: Entry | None = None
    source_words: str = ""
    behalf: bool = False

    def continuing(self, old: Entry | None, programme: Programme) -> Chosen:
        """Return the choice as the continuation of an old entry, if there is one."""
        if old is None:
            return self
        kinds = [kind for kind in programme.kinds if kind.origin == "maintain"]
        return replace(self, kind=kinds[0] if kinds else self.kind, source=old)


def ask_kind(
    ask: Ask, _: Translate, *, form: Form, unit: Unit, entries: Sequence[Entry], alone: bool
) -> Chosen:
    """Ask what the unit registers; a programme with one kind is not asked. `alone`: one hat only."""
    kinds = form.programme.kinds
    if len(kinds) == 1:
        return Chosen(kinds[0])
    past = _past(entries, form.year)
    code = ask.choice(
        "kind", _("Form"), _intro(ask, _, form, unit, entries), _choices(_, kinds, past, alone)
    )
    if code.startswith(KEEP):
        old = next(entry for entry in past if code == KEEP + entry.id)
        return Chosen(_keeping(kinds, old)).continuing(old, form.programme)
    on_behalf = False
    if code == "others":
        rest = _grouped(_, [kind for kind in kinds if kind.origin != "new" or kind != kinds[0]])
        code = ask.choice("kind-other", _("Form"), _("Which form?"), [*rest, *_behalf(_, alone)])
    if code == "behalf":
        on_behalf = True
        code = ask.choice("kind-behalf", _("Form"), _("What do they register?"), _grouped(_, kinds))
    if code == "exemplar":
        exemplars = [kind for kind in kinds if kind.entry == "exemplar"]
        code = ask.choice(
            "exemplar",
            _("Form"),
            _("A collective or a person?"),
            [_as_choice(k) for k in exemplars],
        )
    return _with_source(ask, _, Chosen(form.programme.kind(code), behalf=on_behalf), past)


def _choices(
    _: Translate, kinds: Sequence[Kind], past: Sequence[Entry], alone: bool
) -> list[Choice]:
    if not past:
        return [*_grouped(_, kinds), *_behalf(_, alone)]
    kept = [
        Choice(
            KEEP + entry.id,
            _("Keep up “{name}” ({year}, {state})").format(
                name=entry.name, year=entry.round, state=say_state(entry.state, _)
            ),
        )
        for entry in past
    ]
    new = Choice(kinds[0].code, _("Register a new model"), ("moi", "mo hinh moi"))
    others = Choice("others", _("Replicate, exemplar, register for somebody else"), ("khac",))
    return [*kept, new, others]


def _grouped(_: Translate, kinds: Sequence[Kind]) -> list[Choice]:
    """Return a choice for each kind, the exemplars together as one."""
    exemplars = [kind for kind in kinds if kind.entry == "exemplar"]
    single = [_as_choice(kind) for kind in kinds if kind.entry == "model" or len(exemplars) == 1]
    if len(exemplars) > 1:
        single.append(Choice("exemplar", _("Exemplar (a collective or a person)"), ("dien hinh",)))
    return single


def _as_choice(kind: Kind) -> Choice:
    return Choice(kind.code, kind.label)


def _behalf(_: Translate, alone: bool) -> list[Choice]:
    return (
        [Choice("behalf", _("Register for somebody else"), ("dang ky thay", "ghi ho"))]
        if alone
        else []
    )


def _past(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Return the entries of earlier rounds that nothing of this year continues yet."""
    continued = {
        entry.source for entry in entries if entry.round == year and entry.state != "withdrawn"
    }
    earlier = [
        e for e in entries if e.round < year and e.state != "withdrawn" and e.id not in continued
    ]
    return earlier[:AT_MOST]


def _keeping(kinds: Sequence[Kind], old: Entry) -> Kind:
    return next((kind for kind in kinds if kind.origin == "maintain"), None) or next(
        (kind for kind in kinds if kind.code == old.kind), kinds[0]
    )


def _with_source(ask: Ask, _: Translate, chosen: Chosen, past: Sequence[Entry]) -> Chosen:
    if chosen.kind.origin == "replicate":
        words = ask.text(
            "source",
            _("Replicated from"),
            _("Which model does it replicate, and of which unit?"),
            least=3,
            most=300,
            example="Camera an ninh, Chi bộ tổ 5",
        )
        return replace(chosen, source_words=words)
    return chosen


def _intro(ask: Ask, _: Translate, form: Form, unit: Unit, entries: Sequence[Entry]) -> str:
    """Return how the unit stands, or for a unit that never registered just the question."""
    if not entries:
        return _("In {year}, {unit} registers:").format(year=form.year, unit=unit.name)
    standing: Standing = ask.fact(StandingOf(unit.id, form.year))
    zone = ask.now.tzinfo
    last = deadline(form.programme, "register", form.year, zone).last if zone else ask.now
    return _("{unit}, {year}, {standing}. Deadline: {last}.").format(
        unit=unit.name,
        year=form.year,
        standing=say_standing(standing, _),
        last=say_last_moment(last, _),
    )


def say_standing(standing: Standing, _: Translate) -> str:
    """Return "chỉ tiêu 2, đã đăng ký 1", or without a quota just how many."""
    done = (
        _("registered {count}").format(count=standing.registered)
        if standing.registered
        else _("nothing registered yet")
    )
    if not standing.quota:
        return done
    return _("quota {quota}, {done}").format(quota=standing.quota, done=done)
