"""An empty table to be filled in and sent back."""

from bot.making.making import Making
from bot.templates import make_template


async def template(making: Making) -> bytes:
    """Return the template of a kind of table, for the first programme and in Vietnamese."""
    shell = making.shell
    today = shell.clock.local(shell.clock.now_ms()).date()
    programme = shell.programmes.forms(today)[0].programme
    return await make_template(making.about["of"], programme, shell.language("vi"))
