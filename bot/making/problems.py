"""Everything that is wrong with a table, as a table."""

from bot.importing import preview_import
from bot.making.making import Making
from bot.workbooks import make_workbook
from conversations.import_problems import problem_head, problem_row
from papers.sheet import Sheet
from rules.import_commands import ImportPlan
from rules.refused import Refused


async def problems(making: Making) -> bytes:
    """Return a workbook with a row for each problem; Refused "file-gone" without the table."""
    asked = dict(making.about)
    columns = tuple((key, place) for key, place in asked.pop("columns"))
    plan = ImportPlan(**asked, columns=columns)
    async with making.db.reading() as tx:
        found = await preview_import(making.shell, tx, making.person, plan)
    if found is None:
        raise Refused("file-gone")
    _ = making.shell.language("vi")
    rows = tuple(problem_row(problem, found.kind, _) for problem in found.problems)
    return await make_workbook([Sheet(problem_head(_)[1], problem_head(_), rows)])
