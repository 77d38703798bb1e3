"""One question for what is registered: type, subject and origin together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversations.closing import end_of_registering
from conversations.ends_of_stages import say_end
from conversations.launched import ask_launched, offered_kinds, to_take_up
from conversations.situation import Form
from conversations.states import say_standing, say_state
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.adopting import SOURCE
from rules.entry import Entry
from rules.person import Unit
from rules.programme import Kind, Launched, Programme
from rules.requests import StandingOf

KEEP = "keep-"
ADOPT = "_adopt"  # notes the launched model somebody asked to take up
NEAR, ALL = 3, 7  # of last year's: beside the other kinds, and in a list of their own


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is registered: the kind, and what it continues, replicates in words or takes up."""

    kind: Kind
    source: Entry | None = None
    source_words: str = ""
    behalf: bool = False
    launched: Launched | None = None

    def continuing(self, old: Entry | None, programme: Programme) -> "Chosen":
        """Return the choice as the continuation of an old entry, if there is one."""
        if old is None:
            return self
        kinds = [kind for kind in programme.kinds if kind.origin == "maintain"]
        same = [kind for kind in programme.kinds if kind.code == old.kind]
        return replace(self, kind=(*kinds, *same, self.kind)[0], source=old)

    def comes_from(self) -> tuple[str, str]:
        """Return what the entry comes from, for the register and in words."""
        if self.launched:
            return SOURCE + self.launched.code, self.launched.name
        return self.source.id if self.source else "", self.source_words


def say_chosen(chosen: Chosen, _: Translate) -> list[str]:
    """Return the lines that say what is registered, and where it comes from."""
    lines = [_("Form: {kind}").format(kind=chosen.kind.label)]
    if chosen.launched and chosen.launched.level:
        lines.append(_("Launched by: {level}").format(level=chosen.launched.level))
    if chosen.source_words:
        lines.append(_("Replicated from: {source}").format(source=chosen.source_words))
    return lines


def ask_kind(
    ask: Ask, _: Translate, *, form: Form, unit: Unit, entries: Sequence[Entry], alone: bool
) -> Chosen:
    """Ask what the unit registers, where there is more than one kind. `alone`: one hat only."""
    left, past = to_take_up(form, unit, entries), past_entries(entries, form.year)
    if adopting := _asked_to_adopt(ask, form.programme, left):
        return adopting
    kinds = offered_kinds(form.programme, left)
    if len(kinds) == 1:
        return Chosen(kinds[0])
    ways = [*_grouped(_, kinds), *([_behalf(_)] if alone else [])]
    text = _intro(ask, _, form, unit, entries)
    code = ask.choice("_kind", _("Form"), text, _with_past(_, ways, past) if past else ways)
    if code == "others":
        code = ask.choice("_kind/other", _("Form"), _("Which form?"), ways[1:])
    on_behalf = code == "behalf"
    if on_behalf:
        grouped = _grouped(_, kinds)
        code = ask.choice("_kind/behalf", _("Form"), _("What do they register?"), grouped)
    if code == "exemplar":
        both = [_as_choice(kind) for kind in kinds if kind.entry == "exemplar"]
        code = ask.choice("_kind/exemplar", _("Form"), _("A collective or a person?"), both)
    if code.startswith(KEEP):
        return Chosen(kinds[0]).continuing(_kept(past, code), form.programme)
    chosen = Chosen(form.programme.kind(code), behalf=on_behalf)
    if chosen.kind.origin == "adopt":
        return replace(chosen, launched=ask_launched(ask, _, left))
    return _with_source(ask, _, chosen, past, form.programme)


def _asked_to_adopt(ask: Ask, programme: Programme, left: Sequence[Launched]) -> Chosen | None:
    """Return that a launched model is taken up, if that was asked for and is still to be done."""
    kind = next((kind for kind in programme.kinds if kind.origin == "adopt"), None)
    model = next((model for model in left if model.code == ask.noted(ADOPT)), None)
    return Chosen(kind, launched=model) if kind and model else None


def _with_past(_: Translate, ways: Sequence[Choice], past: Sequence[Entry]) -> list[Choice]:
    """Return what of last year's can be kept up, the first other way, and the rest as one."""
    new = Choice(ways[0].code, _("Register a new model"), ("mới", "mô hình mới", ways[0].label))
    others = Choice("others", _("Replicate, exemplar, register for somebody else"), ("khác",))
    return [*(_to_keep(_, entry) for entry in past[:NEAR]), new, others]


def _to_keep(_: Translate, entry: Entry) -> Choice:
    text = _("Keep up “{name}” ({year}, {state})")
    state = say_state(entry.state, _)
    return Choice(KEEP + entry.id, text.format(name=entry.name, year=entry.round, state=state))


def _kept(past: Sequence[Entry], code: str) -> Entry:
    return next(entry for entry in past if code == KEEP + entry.id)


def _grouped(_: Translate, kinds: Sequence[Kind]) -> list[Choice]:
    """Return a choice for each kind, the exemplars together as one."""
    exemplars = [kind for kind in kinds if kind.entry == "exemplar"]
    single = [_as_choice(kind) for kind in kinds if kind.entry == "model" or len(exemplars) == 1]
    if len(exemplars) > 1:
        single.append(Choice("exemplar", _("Exemplar (a collective or a person)"), ("điển hình",)))
    return single


def _as_choice(kind: Kind) -> Choice:
    return Choice(kind.code, kind.label)


def _behalf(_: Translate) -> Choice:
    return Choice("behalf", _("Register for somebody else"), ("đăng ký thay", "ghi hộ"))


def past_entries(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Return the entries of earlier rounds that nothing later continues."""
    standing = [entry for entry in entries if entry.state != "withdrawn"]
    continued = {entry.source for entry in standing}
    return [entry for entry in standing if entry.round < year and entry.id not in continued][:ALL]


def _with_source(
    ask: Ask, _: Translate, chosen: Chosen, past: Sequence[Entry], programme: Programme
) -> Chosen:
    """Return the choice with what it continues or replicates, which is asked where it is open."""
    if chosen.kind.origin == "replicate":
        label, text = _("Replicated from"), _("Which model does it replicate, and of which unit?")
        example = "Camera an ninh, Chi bộ tổ 5"
        words = ask.text("_source", label, text, least=3, most=300, example=example)
        return replace(chosen, source_words=words)
    if chosen.kind.origin == "maintain" and past:
        none = Choice("none", _("Another one, not in this list"))
        ways = [*(_to_keep(_, entry) for entry in past), none]
        code = ask.choice("_kind/old", _("Form"), _("Which one is kept up?"), ways)
        return chosen if code == "none" else chosen.continuing(_kept(past, code), programme)
    return chosen


def _intro(ask: Ask, _: Translate, form: Form, unit: Unit, entries: Sequence[Entry]) -> str:
    """Return how the unit stands, or for a unit that never registered just the question."""
    if not entries:
        return _("In {year}, {unit} registers:").format(year=form.year, unit=unit.name)
    standing = ask.fact(StandingOf(unit.id, form.year, form.programme.code))
    how = say_standing(standing, _)
    if not form.programme.has_deadline:
        text = _("{unit}, {year}: {standing}.\nWhat do you register?")
        return text.format(unit=unit.name, year=form.year, standing=how)
    last = say_end(end_of_registering(form, ask.now), _)
    text = _("{unit}, {year}: {standing}. Deadline: {last}.\nWhat do you register?")
    return text.format(unit=unit.name, year=form.year, standing=how, last=last)
