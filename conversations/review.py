"""Everything read back before it is sent, with a way to change each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.situation import Translate
from dialog.ask import Ask
from dialog.questions import Choice
from rules.citizens import names_citizens
from rules.programme import Programme

NEAR = 4  # parts with a button of their own; the others are behind "another part"


def ask_review(
    ask: Ask,
    _: Translate,
    *,
    programme: Programme,
    boxes: Mapping[str, str],
    lines: Sequence[str],
    send: str,
) -> None:
    """Read everything back; the script goes on only when it is to be sent."""
    near = [_edit(_, box.key, box.label) for box in programme.boxes[:NEAR]]
    far = [_edit(_, box.key, box.label) for box in programme.boxes[NEAR:]]
    keys = {choice.code for choice in (*near, *far)}
    others = [_edit(_, q.key, q.label) for q in ask.asked if q.label and q.key not in keys]
    ask.review(
        "\n".join((*lines, *_hint(_, programme, boxes))),
        send=send,
        edits=near,
        more=[*far, *others],
        more_label=_("Change another part"),
    )


def _edit(_: Translate, key: str, label: str) -> Choice:
    label = label[:1].lower() + label[1:]
    return Choice(key, _("Change {part}").format(part=label))


def _hint(_: Translate, programme: Programme, boxes: Mapping[str, str]) -> list[str]:
    """Return a hint, never a block, when a content seems to name citizens."""
    contents = [
        boxes.get(box.key, "") for box in programme.boxes if box.type in {"content", "long"}
    ]
    if not any(names_citizens(content) for content in contents):
        return []
    return [
        "",
        _(
            "Please look again: citizens seem to be named. Better give only numbers of households and people."
        ),
    ]
