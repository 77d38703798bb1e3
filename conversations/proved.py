"""How many models of a unit are recognised, of as many as its type must have."""

from conversations.situation import Form, Situation
from conversations.units_below import below
from rules.person import Role, Unit
from rules.progress import effective


def say_proved(s: Situation, form: Form, unit: Unit, role: Role) -> list[str]:
    """Return the line of a unit that owes effective models, with those of the units below it.

    A member, who does not read what is below, is told nothing.
    """
    if role == "member" or unit.type not in dict(form.programme.effective):
        return []
    _ = s.translate
    entries = below(s, form, unit).entries
    recognised = sum(entry.model and entry.state == "recognised" for entry in entries)
    how = effective(form.programme, unit.type, recognised)
    if how.met:
        text = _("• Recognised in {year}, with the units below: {done}/{needed} models, enough")
    else:
        text = _(
            "• Recognised in {year}, with the units below: {done}/{needed} models, "
            "{missing} STILL MISSING"
        )
    return [text.format(year=form.year, done=recognised, needed=how.quota, missing=how.missing)]
