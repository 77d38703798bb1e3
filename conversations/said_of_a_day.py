"""Words that say of a day that it is off, or worked: "nghỉ 3/5/2027 nghỉ bù", "làm bù 22/8"."""

import re

_SAID = re.compile(
    r"(?P<kind>nghỉ|nghi|làm bù|lam bu)(?: ngày| ngay)? (?P<day>\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)"
    r"(?:[ ,:]+(?P<label>.+))?",
    re.IGNORECASE,
)


def said_of_a_day(text: str) -> str:
    """Return the words where they say that a day is off or worked; "" if they do not."""
    plain = " ".join(text.split())
    return plain if _SAID.fullmatch(plain) else ""


def parts_of(words: str) -> dict[str, str]:
    """Return the day, whether it is "off" or "working", and what it is called."""
    found = _SAID.fullmatch(words)
    if found is None:
        return {}
    kind = "off" if found["kind"].lower() in {"nghỉ", "nghi"} else "working"
    label = found["label"] or found["kind"].lower()
    return {"day": found["day"], "kind": kind, "label": label}
