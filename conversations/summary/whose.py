"""Whose table is meant: of which office, or of which officer's units, and of which programme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from conversations.offer import act, rows
from conversations.officer_places import officer_places
from conversations.outcome import Outcome
from conversations.programme_names import programme_name
from conversations.say import Say
from conversations.situation import Form, Situation
from rules.office_requests import SummaryOf
from rules.person import Unit
from rules.roles import holds
from rules.summary import Summary

_WITH_YEAR = re.compile(r"(?:(.+)\.)?([0-9]{4})")  # a programme's code is never only digits


@dataclass(frozen=True, slots=True)
class Meant:
    """A table that can be had: of the units below one, in one programme; `office` has its work.

    year  of the round, where it is not the form's, which is the present one; else 0
    """

    unit: Unit
    form: Form
    office: bool
    year: int = 0

    @property
    def round(self) -> int:
        """The year of the round."""
        return self.year or self.form.year

    @property
    def subject(self) -> str:
        """What a button says of it."""
        said = f"{self.unit.id}.{self.form.programme.code}"
        return f"{said}.{self.year}" if self.year else said

    def of(self, year: int) -> Self:
        """Return the same office's table of a round."""
        return replace(self, year=0 if year == self.form.year else year)


def meant(s: Situation, subject: str = "") -> tuple[Meant, ...]:
    """Return the tables somebody can have, or the one a button names; of the year it names.

    Who is of an office has its tables, others those of the units they are officers of.
    """
    subject, year = _read(subject)
    hats = officer_places(s.person)
    offices = [hat for hat in hats if holds(hat.role, "office")]
    every = tuple(
        Meant(hat.unit, form, office=bool(offices)) for hat in offices or hats for form in s.forms
    )
    named = tuple(one for one in every if one.subject == subject) or every
    return tuple(one.of(year) for one in named) if year else named


def _read(subject: str) -> tuple[str, int]:
    """Return the office and programme a button names, and the year it or somebody said."""
    match = _WITH_YEAR.fullmatch(subject)
    return (match[1] or "", int(match[2])) if match else (subject, 0)


def summary_of(s: Situation, one: Meant) -> Summary:
    """Return the table as it is now."""
    found: Summary = s.facts_of(SummaryOf(one.unit.id, one.form.programme.code, one.round))
    return found


def choose(s: Situation, every: Sequence[Meant], name: str) -> Outcome:
    """Ask which of several tables is meant."""
    _ = s.translate
    units = len({one.unit.id for one in every}) > 1
    options = [act(_called(s, one, units=units), name, one.subject) for one in every]
    return Outcome((Say(_("Which one, comrade?"), rows(*options)),))


def _called(s: Situation, one: Meant, *, units: bool) -> str:
    programme = [programme_name(one.form, s.forms)] * (len(s.forms) > 1)
    return " – ".join([one.unit.name] * units + programme)
