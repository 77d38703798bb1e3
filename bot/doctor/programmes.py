"""Whether the programmes can be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.doctor.finding import Finding
from bot.programmes import read_sources
from rules.programme_file import ProgrammeError

INVENTED = "+84912000009"  # of the presets


def examine(files: Sequence[Path]) -> Iterator[Finding]:
    """Yield the programmes there are, or every mistake in them."""
    try:
        sources = read_sources(files)
    except ProgrammeError as error:
        yield from (Finding("wrong", str(problem)) for problem in error.problems)
        return
    for source in sources:
        programme = source.programme
        yield Finding("right", f"The programme {programme.code} can be used: {programme.title}.")
        if programme.office.phone == INVENTED:
            text = (
                f"The programme {programme.code} tells people to call an invented number: "
                "write contact and phone of somebody of yours under [office]."
            )
            yield Finding("know", text)
