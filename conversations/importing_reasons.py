"""Why a row of a table, or the table, cannot be taken; each sentence says what to do."""

from collections.abc import Mapping

from dialog.turn import Translate


def reasons(given: Mapping[str, str], _: Translate) -> Mapping[str, str]:
    """Return the sentences by reason; `given` are the details that choose between wordings."""
    return {
        **_of_cells(_),
        **_of_phones(_),
        **_of_units(given, _),
        **_of_people(_),
        **_of_entries(_),
        **_of_tables(_),
    }


def _of_cells(_: Translate) -> Mapping[str, str]:
    return {
        "blank": _("nothing is filled in; please fill it in"),
        "too-long": _("{length} characters, at most {most} fit; please shorten it"),
        "not-a-number": _("is no number; write 46 or “hơn 4.600”"),
        "not-a-date": _("is no day; write it like 20/3/2024"),
        "not-a-day": _("there is no such day, or it is another weekday; please look again"),
        "day-without-year": _("the year is missing; write it like 20/3/2024"),
        "twice": _("stands in row {other} already; please keep one of the two rows"),
    }


def _of_phones(_: Translate) -> Mapping[str, str]:
    return {
        "phone-short": _("the number has only {digits} digits, a mobile number has 10"),
        "phone-long": _("the number has {digits} digits, a mobile number has 10"),
        "not-a-phone": _("is no Vietnamese phone number; write it like 0912 000 001"),
        "several-phones": _("there are several numbers; please keep one"),
        "landline": _("is a landline and takes no messages; it is kept all the same"),
        "no-phone": _("no phone; the person can only be recognised by a code"),
        "phone-twice": _("row {other} has the same number with another name"),
        "phone-taken": _("the number belongs to a person of another name; please look again"),
    }


def _of_units(given: Mapping[str, str], _: Translate) -> Mapping[str, str]:
    unknown = _("no such unit; import it first or correct the name")
    if given.get("like"):
        unknown = _("no such unit; perhaps it is: {like}")
    return {
        "unit-type": _("is no type of unit; write one of: {types}"),
        "type-missing": _("the name does not tell the type; please fill in the type of unit"),
        "unit-unknown": unknown,
        "unit-several": _("several units are called so: {like}; give the code of the unit"),
        "unit-key": _("no unit has this code"),
        "unit-key-other": _("this code is not that of “{like}”; please correct one of the two"),
        "namesake": _("another unit is called so, under: {above}; this one becomes a new unit"),
        "goes-below": _("this unit will stand below “{above}”; the table names none above it"),
        "outside": _("is not among the units of your office"),
        "parent-unknown": unknown,
        "parent-missing": _("please fill in the unit above; it is not clear which one it is"),
        "on-top": _("{count} new units would stand under nothing; please fill in the unit above"),
        "parent-several": _("several units are called so: {like}; give the code of the unit above"),
        "parent-circle": _("the unit would stand under itself; please correct the unit above"),
        "parent-type": _("a unit of the type {type} cannot stand under one of the type {parent}"),
        "staff-unknown": _("nobody of the office is called so; import the people of the office"),
        "staff-several": _("several people of the office are called so; write the phone instead"),
    }


def _of_people(_: Translate) -> Mapping[str, str]:
    return {
        "role": _("is no role; write: đầu mối, văn phòng, quản trị or thành viên"),
        "role-above": _("this role is above your own; an administrator can give it"),
        "role-lower": _("the person holds a higher role there; take it back first, not by a file"),
        "person-above": _("only the person, or whoever is above them, can change this"),
        "name-several": _("several people could be meant; please fill in the phone"),
        "too-many-officers": _("the unit would have more than {most} contacts; end one first"),
        "telegram": _("is no Telegram number; it has digits only"),
        "telegram-twice": _("row {other} has the same Telegram number for another person"),
        "telegram-taken": _("this Telegram number belongs to another person"),
        "no-bot": _("the assistant is not on Telegram; please leave this column empty"),
    }


def _of_entries(_: Translate) -> Mapping[str, str]:
    return {
        "year": _("is no year of a register; write a year up to {latest}"),
        "entry-kind": _("is no kind of this programme; write one of: {kinds}"),
        "entry-field": _("is no field of this programme; write one of: {fields}"),
        "entry-state": _("is no state; write for example: đã công nhận"),
        "rating": _("is no rating; write HTXSNV, HTTNV, HTNV or KHTNV, or in full"),
        "quotes": _("a quotation mark is missing; the name is kept as it is"),
    }


def _of_tables(_: Translate) -> Mapping[str, str]:
    return {
        "control-total": _("The table has {found} rows that count, {declared} were declared."),
        "control-type": _("{label}: the table has {found}, {declared} were declared."),
        "control-words": _("The totals are not understood; write: 84 = 45 đảng bộ + 39 chi bộ."),
        "control-sum": _("The totals do not add up: the parts make {parts}, not {total}."),
        "encoding": _("The letters are of an old font ({encoding}); agree to their conversion."),
        "import-demo": _(
            "There is invented data to try the assistant on. Have it removed first: the operator "
            "does it with “demo remove”."
        ),
        "import-missing": _("No column is known to hold: {columns}. Say which column it is."),
        "import-empty": _("There is no row below the headings."),
        "import-column": _("There is no such column; please choose again."),
        "file-gone": _("The file is no longer there; please send it again."),
    }
