"""Makes the tables that the office fills in and sends back."""

from bot.workbooks import make_workbook
from conversations.situation import Translate
from conversations.template_words import TemplateWords, template_words
from papers.sheet import Sheet
from rules.file_commands import Of
from rules.programme import Programme

GUIDE_WIDTHS = (26, 90)


async def make_template(of: Of, programme: Programme, vietnamese: Translate) -> bytes:
    """Return an Excel file of headings, a grey example, and a sheet that explains each column.

    It is in Vietnamese whatever the person speaks: an import knows these headings. Refused
    "child-failed" if it could not be written.
    """
    return await make_workbook(template_sheets(template_words(of, programme, vietnamese)))


def template_sheets(words: TemplateWords) -> list[Sheet]:
    """Return the sheet to be filled in, then the one that explains it."""
    headings = tuple(column.heading for column in words.columns)
    example = tuple(column.example for column in words.columns)
    meanings = tuple((column.heading, column.meaning) for column in words.columns)
    return [
        Sheet(words.sheet, headings, (example,), faint=1),
        Sheet(words.guide, words.guide_head, meanings, widths=GUIDE_WIDTHS, landscape=False),
    ]
