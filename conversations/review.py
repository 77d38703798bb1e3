"""Everything read back before it is sent, with a way to change each part."""

from collections.abc import Mapping, Sequence

from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
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
    parts = {box.key: box.label for box in programme.boxes}
    others = {question.label: question.key for question in reversed(ask.asked) if question.label}
    parts |= {key: label for label, key in others.items() if key not in parts}
    edits = [_edit(_, key, label) for key, label in parts.items()]
    near = len(edits) if len(edits) <= NEAR + 1 else NEAR
    ask.review(
        "\n".join((*lines, *_hint(_, programme, boxes))),
        send=Choice("send", send, ("gửi", "đúng", "đúng rồi", "đồng ý", "ok", "xong")),
        edits=edits[:near],
        more=edits[near:],
        which=(_("Change another part"), _("Which part is to be changed?")),
    )


def _edit(_: Translate, key: str, label: str) -> Choice:
    label = label[:1].lower() + label[1:]
    return Choice(key, _("Change {part}").format(part=label))


def _hint(_: Translate, programme: Programme, boxes: Mapping[str, str]) -> list[str]:
    """Return a hint, never a block, when a content seems to name citizens."""
    long = [boxes.get(box.key, "") for box in programme.boxes if box.type in {"content", "long"}]
    if not any(names_citizens(content) for content in long):
        return []
    text = _("Please look again: citizens seem to be named. Better give only numbers of them.")
    return ["", text]
