"""A transcript as a file: a title, a header, then what people say (») and are answered («)."""

import re
from dataclasses import dataclass

from conversations.say import Say

FIRST = "Páo"  # who speaks where no name stands before the mark
_SAID = re.compile(r"^(?:(?P<who>[^»«#]{1,20}) )?» (?P<words>.*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a transcript: what somebody says, or a note on what follows."""

    who: str
    words: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """The title, the header and the people's side; the assistant's is written anew each time."""

    title: str
    header: dict[str, str]
    lines: tuple[Line, ...]

    @property
    def channels(self) -> list[str]:
        """The channels it is played on."""
        return self.header["Kênh"].lower().split(" và ")

    def written(self, answers: list[str], *, bubbles: int) -> str:
        """Return the file, with what was answered to each line."""
        header = {**self.header, "Tin của trợ lý": str(bubbles)}
        head = "".join(f"{name}: {value}\n" for name, value in header.items())
        body = (
            f"\n# {line.words}\n" if line.note else f"\n{_said(line)}\n{answer}"
            for line, answer in zip(self.lines, answers, strict=True)
        )
        return f"{self.title}\n\n{head}{''.join(body)}"


def read(text: str) -> Transcript:
    """Read a file; what the assistant says in it is left out."""
    title, _, rest = text.partition("\n")
    head, _, body = rest.strip().partition("\n\n")
    lines: list[Line] = []
    open_, gap = False, ""
    for line in body.splitlines():
        if said := _SAID.match(line):
            lines.append(Line(said["who"] or FIRST, said["words"]))
        elif line.startswith("# "):
            lines.append(Line("", line[2:], note=True))
        elif open_ and line.startswith("  "):
            lines[-1] = Line(lines[-1].who, f"{lines[-1].words}{gap}\n{line[2:]}")
        open_ = bool(said) or (open_ and (not line or line.startswith("  ")))
        gap = "\n" if open_ and not line else ""
    return Transcript(title, dict(line.split(": ", 1) for line in head.splitlines()), tuple(lines))


def write(say: Say, to: str = "") -> str:
    """Return a bubble as it is written: its words, then its buttons in rows; `to` somebody else."""
    rows = ["  " + " ".join(f"[{option.label}]" for option in row) for row in say.rows]
    text = say.text.replace("\n", "\n  ").replace("\n  \n", "\n\n")
    if say.file:
        rows.insert(0, f"  (tệp {say.file.name})")
    return "\n".join((f"{to} « {text}" if to else f"« {text}", *rows)) + "\n"


def _said(line: Line) -> str:
    who = "" if line.who == FIRST else f"{line.who} "
    return f"{who}» {line.words}".replace("\n", "\n  ").replace("\n  \n", "\n\n")
