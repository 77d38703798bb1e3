"""What a half-written registration has and what it still needs."""

from __future__ import annotations

from conversations.situation import Open, Situation, Translate


def draft_name(dialog: Open, _: Translate) -> str:
    """Return "“Nuôi ong…”", or that it has no name yet."""
    name = dialog.state.answers.get("name", "") or dialog.state.offered.get("name", "")
    return f"“{name}”" if name else _("the draft without a name")


def missing(s: Situation, dialog: Open) -> tuple[list[str], list[str]]:
    """Return the labels of the boxes the draft has, and of those it still needs."""
    code = dialog.state.answers.get("programme", "")
    form = next((form for form in s.forms if form.programme.code == code), s.forms[0])
    there: list[str] = []
    lacking: list[str] = []
    for box in form.programme.boxes:
        has = box.key in dialog.state.answers or box.key in dialog.state.offered
        (there if has else lacking).append(box.label[:1].lower() + box.label[1:])
    return there, lacking
