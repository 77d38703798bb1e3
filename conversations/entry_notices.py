"""What an entry's people and the office are told of what the other side did with it."""

from collections.abc import Sequence

from conversations.boxes import box_at, say_box
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.situation import Form
from conversations.supplement_words import say_by_when, say_supplement, shortened
from dialog.turn import Translate
from rules.entry import Entry
from rules.entry_requests import AtOffice
from rules.office_requests import Correction
from rules.office_results import CorrectionSettled
from rules.programme import Programme


def accepted(entry: Entry, board: str, _: Translate) -> Say:
    """Return what they are told whose entry was taken in."""
    text = _("{board} has taken in registration number {number} “{name}”.")
    text = text.format(board=board, number=entry.number, name=entry.name)
    return Say(text, rows(_see(entry, _)), once=True)


def returned(form: Form, entry: Entry, stands: AtOffice, _: Translate) -> Say:
    """Return what they are told of whom a supplement is wanted."""
    assert stands.supplement  # noqa: S101 - it has just been asked for
    head = _("Registration number {number} “{name}” needs one thing more:")
    parts = [
        head.format(number=entry.number, name=entry.name),
        say_supplement(form, entry, stands.supplement, _),
        "\n".join(
            (
                _("Send what is to be added right here, or choose below."),
                say_by_when(form, entry, stands.supplement, _),
            )
        ),
    ]
    return Say("\n\n".join(parts), rows(*supplement_ways(entry, _)), once=True)


def supplement_ways(entry: Entry, _: Translate) -> tuple[Option, Option]:
    """Return the two ways to give what the office asked for."""
    return (
        act(_("Supplement"), "supplement", entry.id, entry.version),
        act(_("Write the whole part anew"), "rewrite", entry.id, entry.version),
    )


def supplemented(entry: Entry, name: str, _: Translate) -> Say:
    """Return what who asked for a supplement is told."""
    text = _("Comrade {who} has supplemented registration number {number} “{name}” of {unit}.")
    text = text.format(who=name, number=entry.number, name=entry.name, unit=entry.unit.name)
    return Say(text, rows(_see(entry, _)), once=True)


def mended(
    programme: Programme, entry: Entry, boxes: Sequence[tuple[str, str, str]], _: Translate
) -> Say:
    """Return what they are told whose spelling the office corrected."""
    text = _("The office corrected the spelling of registration number {number} “{name}”:")
    head = text.format(number=entry.number, name=entry.name)
    lines = [head, *say_changes(programme, boxes, _)]
    return Say("\n".join(lines), rows(_see(entry, _)), once=True)


def correction_asked(programme: Programme, stands: AtOffice, _: Translate) -> Say:
    """Return what the office is told of a correction somebody asks for."""
    asked = stands.correction
    assert asked  # noqa: S101 - it has just been asked for
    lines = [say_correction(programme, asked, _)]
    ways = (*correction_ways(asked, _), _see(asked.entry, _))
    return Say("\n".join(lines), rows(*ways), once=True)


def say_correction(programme: Programme, asked: Correction, _: Translate) -> str:
    """Return who asks for what to be changed in which entry."""
    text = _(
        "Comrade {by} of {unit} asks to correct registration number {number} “{name}”, "
        "which was taken in:"
    )
    entry = asked.entry
    head = text.format(by=asked.by, unit=entry.unit.name, number=entry.number, name=entry.name)
    return "\n".join((head, *say_changes(programme, asked.boxes, _)))


def correction_ways(asked: Correction, _: Translate) -> tuple[Option, Option]:
    """Return the office's two answers; the first only for the entry as it is shown."""
    shown = f"{asked.id}.{asked.entry.version}"
    return (
        act(_("Agree to the correction"), "grant", shown),
        act(_("Do not correct"), "refuse-correction", asked.id),
    )


def correction_settled(result: CorrectionSettled, _: Translate) -> Say:
    """Return what they are told of a correction that was asked for."""
    return Say(say_settled(result, _), rows(_see(result.entry, _)), once=True)


def say_settled(result: CorrectionSettled, _: Translate) -> str:
    """Return what came of a correction that was asked for."""
    if result.granted:
        text = _(
            "The office agreed: registration number {number} “{name}” is corrected. "
            "The number and the time of receipt stay."
        )
    elif result.words:
        text = _(
            "The office leaves registration number {number} “{name}” as it is. Reason: {words}"
        )
    else:
        text = _("The office leaves registration number {number} “{name}” as it is.")
    entry = result.entry
    words = shortened(result.words)
    return text.format(number=entry.number, name=entry.name, words=words)


def say_changes(
    programme: Programme, boxes: Sequence[tuple[str, str, str]], _: Translate
) -> list[str]:
    """Return a line for each box that changes: what it said, what it says then."""
    text = _("• {box}: “{old}” → “{new}”")
    lines = []
    for column, *both in boxes:
        box = box_at(programme, column)
        old, new = (shortened(say_box(box, words) if box and words else words) for words in both)
        lines.append(text.format(box=box.label if box else column, old=old, new=new))
    return lines


def _see(entry: Entry, _: Translate) -> Option:
    label = _("See number {number}").format(number=entry.number)
    return act(label, "show", entry.id, entry.version)
