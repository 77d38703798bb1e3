"""The makers of files, by the kind a file is wanted as."""

from collections.abc import Mapping

from bot.making.codes import codes_docx, codes_xlsx
from bot.making.forms import form_docx
from bot.making.making import Maker
from bot.making.meetings import meeting_ics
from bot.making.notebook import notebook_docx
from bot.making.own_copy import mine_json, mine_xlsx
from bot.making.problems import problems
from bot.making.schedules import schedule_docx
from bot.making.summary_papers import summary_docx, summary_picture, summary_xlsx
from bot.making.template import template

MAKERS: Mapping[str, Maker] = {
    "codes-xlsx": Maker(codes_xlsx, need="office", anew=False),
    "codes-docx": Maker(codes_docx, need="office"),
    "form-docx": Maker(form_docx, need="reader"),
    "meeting-ics": Maker(meeting_ics, need="reader"),
    "mine-json": Maker(mine_json, need="self"),
    "mine-xlsx": Maker(mine_xlsx, need="self"),
    "notebook-docx": Maker(notebook_docx, need="officer"),
    "problems": Maker(problems, need="office"),
    "schedule-docx": Maker(schedule_docx, need="officer"),
    "summary-docx": Maker(summary_docx, need="officer"),
    "summary-picture": Maker(summary_picture, need="officer"),
    "summary-xlsx": Maker(summary_xlsx, need="officer"),
    "template": Maker(template, need="office"),
}
