"""Two persons turn out to be one: of two replies to a meeting the later one stands."""

from storage.database import Transaction


async def take_over_replies(tx: Transaction, *, kept: str, gone: str) -> None:
    """Give the replies of `gone` to `kept`."""
    both = {"kept": kept, "gone": gone}
    for older, newer in ((kept, gone), (gone, kept)):
        await tx.run(
            """DELETE FROM replies WHERE person = :older AND EXISTS (
                   SELECT 1 FROM replies o WHERE o.meeting = replies.meeting
                   AND o.person = :newer AND (o.revision > replies.revision
                       OR (o.revision = replies.revision AND o.at >= replies.at)))""",
            {"older": older, "newer": newer},
        )
    await tx.run("UPDATE replies SET person = :kept WHERE person = :gone", both)
