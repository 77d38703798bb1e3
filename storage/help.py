"""Words that wait for a human."""

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """What a person said, when (UTC ms), and the person it went to ("" for nobody yet)."""

    id: str
    person: str
    words: str
    at: int
    human: str = ""


async def ask(tx: Transaction, request: HelpRequest) -> None:
    """Keep a request for help until a human has seen to it."""
    await tx.run(
        """INSERT INTO help_requests (id, person, words, human, state, at)
           VALUES (:id, :person, :words, :human, 'open', :at)""",
        {
            "id": request.id,
            "person": request.person,
            "words": request.words,
            "human": request.human,
            "at": request.at,
        },
    )
