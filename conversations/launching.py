"""Models launched from above, for the office: how far they are, opening one, the second yes."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from conversations.adoption_words import say_adoption, say_unreached
from conversations.drafts import BRIEF
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.offices import offices
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.show import gone, main_list
from conversations.situation import Form, Situation
from rules.adoption_commands import OpenLaunched, ReadLaunch
from rules.adoption_requests import Adopting, AdoptionOf, Reach, ReachOf
from rules.person import Unit
from rules.programme import Launched

Act: TypeAlias = Callable[[Situation, str], Outcome]
LAUNCH = "launch"  # the act that asks for the second yes


def meant(s: Situation, subject: str) -> tuple[Form, Launched] | None:
    """Return the form and the launched model that "PROGRAMME/MODEL" names, None for no such."""
    programme, _mark, model = subject.partition("/")
    for form in s.forms:
        for one in form.programme.launched:
            if (form.programme.code, one.code) == (programme, model):
                return form, one
    return None


def _launched(s: Situation, _subject: str) -> Outcome:
    """Show how far each office's units are with the models of each programme that has some."""
    forms = [form for form in s.forms if form.programme.launched]
    both = [(office, form) for office in offices(s.person) for form in forms]
    if not both:
        _ = s.translate
        return Outcome((main_list(s, _("No model is launched from above.")),))
    return Outcome(tuple(_table(s, office, form) for office, form in both))


def _table(s: Situation, office: Unit, form: Form) -> Say:
    _ = s.translate
    now: Adopting = s.facts_of(AdoptionOf(office.id, form.programme.code, form.year))
    head = _("MODELS LAUNCHED FROM ABOVE in {year}, {unit} ({moment})")
    head = head.format(year=form.year, unit=office.name, moment=say_moment(s.now, _))
    text = "\n\n".join((head, *say_adoption(form, now, _)))
    return Say(text, rows(*_ways(s, form, now)))


def _ways(s: Situation, form: Form, now: Adopting) -> list[Option]:
    """Return a way to launch each model that has not been."""
    _ = s.translate
    if not now.leads:
        return []
    launched = {launch.model for launch in now.launches}
    labels = {True: _("Tell the units of “{name}”"), False: _("Open “{name}” to the units")}
    return [
        act(labels[model.open].format(name=_brief(model.name)), LAUNCH, _subject(form, model))
        for model in form.programme.launched
        if model.code not in launched
    ]


def _brief(name: str) -> str:
    return name if len(name) <= BRIEF else f"{name[:BRIEF].rstrip()}…"


def _subject(form: Form, model: Launched) -> str:
    return f"{form.programme.code}/{model.code}"


def _launch(s: Situation, subject: str) -> Outcome:
    """Ask for the second yes, with whom it would reach."""
    _ = s.translate
    found = meant(s, subject)
    office = next(iter(offices(s.person)), None)
    if found is None or office is None:
        return Outcome((gone(s),))
    form, model = found
    asked = ReachOf(office.id, model.units, form.programme.code, form.year)
    reach: Reach = s.facts_of(asked)
    text = _("The assistant tells {contacts} contacts of {units} units of “{name}”, each once.")
    parts = [text.format(contacts=reach.contacts, units=reach.units, name=model.name)]
    if not model.open:
        waits = _("It waits: {when}. Is that there now?")
        parts.insert(0, waits.format(when=model.opens_when))
    if reach.unreached:
        parts.append(say_unreached(reach.unreached, _))
    yes = _("Tell them") if model.open else _("Open it to the units")
    ways = rows(act(yes, "launch-yes", subject), act(_("Not yet"), "launched"))
    return Outcome((Say("\n\n".join(parts), ways),))


def _launch_yes(s: Situation, subject: str) -> Outcome:
    found = meant(s, subject)
    office = next(iter(offices(s.person)), None)
    if found is None or office is None:
        return Outcome((gone(s),))
    form, model = found
    return Outcome(command=OpenLaunched(office.id, form.programme.code, model.code))


ACTS: Mapping[str, Act] = {
    "launched": _launched,
    LAUNCH: _launch,
    "launch-yes": _launch_yes,
    "launch-read": lambda _s, subject: Outcome(command=ReadLaunch(subject)),
}
