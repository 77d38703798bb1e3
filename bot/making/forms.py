"""Forms to print and sign: of an entry, or empty for those who write by hand."""

import orjson

from bot.carry_out.order import answers
from bot.child import run_child
from bot.making.making import Making
from conversations.papers.form_letter import blank_form, form_letter
from conversations.situation import form_of
from rules.entry import Entry
from rules.refused import Refused
from rules.requests import EntryOf

PATIENCE = 30.0


async def form_docx(making: Making) -> bytes:
    """Return a Word file; Refused "file-gone" where the entry is not theirs to read any more."""
    shell, about = making.shell, making.about
    forms = shell.programmes.forms(shell.clock.local(shell.clock.now_ms()).date())
    _ = shell.language("vi")  # it is signed and kept by the office
    if not about["entry"]:
        letter = blank_form(form_of(forms, about["programme"]), _)
    else:
        entry = await _entry(making)
        letter = form_letter(form_of(forms, entry.programme).programme, entry, _)
    return await run_child("papers.letter_document", orjson.dumps(letter), patience=PATIENCE)


async def _entry(making: Making) -> Entry:
    async with making.db.reading() as tx:
        asked = [(making.person, EntryOf(making.about["entry"]))]
        (entry,) = await answers(tx, asked, making.shell)
    if entry is None:
        raise Refused("file-gone")
    found: Entry = entry
    return found
