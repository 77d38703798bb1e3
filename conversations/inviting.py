"""Codes of units, for the office: whom they are for, what that means, and the second yes."""

from conversations.codes_made import say_codes
from conversations.organising.pick_unit import pick_unit
from conversations.situation import Here, Surroundings
from conversations.without_contact import say_without_contact
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.code_commands import CodeCommand, LeaveCodes, MakeCodes, RevokeCodes
from rules.code_requests import CodePlan, CodesFor, CodesMade
from rules.person import Person, Unit
from rules.roles import holds


def inviting(ask: Ask, _: Translate) -> CodeCommand:
    """Ask whom codes are for, or which to take back, and once more before anything is done."""
    here: Surroundings = ask.fact(Here())
    what = ask.choice("what", _("Invitation codes"), _("Which codes?"), _whats(_))
    unit = _own_office(ask, _, here.person) if what == "all" else _unit(ask, _)
    if unit is None:
        return LeaveCodes()
    if what == "made":
        return _taken_back(ask, _, unit)
    return _made(ask, _, unit, members=what == "members")


def _whats(_: Translate) -> tuple[Choice, ...]:
    return (
        Choice("all", _("All contacts who have not come yet")),
        Choice("unit", _("Contacts of one unit who have not come yet")),
        Choice("members", _("One code for all members of a unit")),
        Choice("made", _("See the codes made, take them back")),
    )


def _own_office(ask: Ask, _: Translate, person: Person) -> Unit | None:
    """Return the unit whose office somebody belongs to, or ask which of several."""
    hats = [hat for hat in person.memberships if hat.confirmed and holds(hat.role, "office")]
    units = {hat.unit.id: hat.unit for hat in hats}
    if len(units) > 1:
        choices = [Choice(unit.id, unit.name) for unit in units.values()]
        return units[ask.choice("office", _("Unit"), _("Which of your units?"), choices)]
    return next(iter(units.values()), None)


def _unit(ask: Ask, _: Translate) -> Unit | None:
    return pick_unit(ask, _, "unit", _("Which unit? Type its name, or part of it."))


def _made(ask: Ask, _: Translate, unit: Unit, *, members: bool) -> CodeCommand:
    """Say how many codes would be made and how many would end, and ask for the second yes."""
    plan: CodePlan = ask.fact(CodesFor(unit.id, members))
    command = MakeCodes(unit.id, members)
    if not plan.codes:  # nothing to be sure about; who carries it out says so
        return command
    if members:
        text = _("{unit}, with units below it: {codes} codes, one for the members of each.")
    else:
        text = _("{unit}, with units below it: {codes} contacts have not come, a code for each.")
    parts = [text.format(unit=unit.name, codes=plan.codes)]
    if plan.ending:
        ends = _("{ending} codes they were given before are then no longer good.")
        parts.append(ends.format(ending=plan.ending))
    if plan.without:
        parts.append(say_without_contact(plan.without, _))
    parts.append(_("The codes stand only in the two files that come; nobody can show them again."))
    yes, no = _("Make the codes"), _("No, change nothing")
    sure = ask.maybe("sure", _("Is that right?"), "\n\n".join(parts), yes=yes, no=no)
    return command if sure else LeaveCodes()


def _taken_back(ask: Ask, _: Translate, unit: Unit) -> CodeCommand:
    """Show which codes were made, and ask whether those still good are to be taken back."""
    made = ask.fact(CodesMade(unit.id))
    good = sum(code.state == "unused" for code in made)
    text = say_codes(unit.name, made, _)
    if not good:
        close = (Choice("no", _("Close"), ("đóng", "thôi")),)
        ask.choice("seen", _("Close"), text, close)
        return LeaveCodes()
    yes = _("Take back the {count} codes still good").format(count=good)
    sure = ask.maybe("sure", _("Take back"), text, yes=yes, no=_("No, change nothing"))
    return RevokeCodes(unit.id) if sure else LeaveCodes()
