"""Photos that people sent, on the disk."""

import io

from PIL import Image

from storage import attachments
from storage.attachments import Kept, Wanted
from tests.bot.desk.office import DeskSite


def a_picture() -> bytes:
    """Return a small photo."""
    made = io.BytesIO()
    Image.new("RGB", (90, 120), (240, 235, 220)).save(made, "JPEG")
    return made.getvalue()


async def photo_of(site: DeskSite, person: str, key: str = "photo-1") -> str:
    """Let somebody have sent a photo, which belongs to nothing yet; return its id."""
    kept = await site.pictures.keep(a_picture())
    async with site.world.db.writing() as tx:
        await attachments.want(tx, [Wanted(key, person, "web", "", "", site.world.clock.ms)])
        await attachments.kept(tx, Kept(key, kept.hash, kept.kind, kept.size))
    return key
