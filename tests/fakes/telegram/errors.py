"""What Telegram answers when it refuses a call."""


class ApiError(Exception):
    """A refusal with its HTTP status, told to the bot as Telegram tells it.

    A breach is a mistake of the bot; a refusal that circumstances explain (blocked, too old) is
    not.
    """

    def __init__(self, status: int, description: str, *, breach: bool = True) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.breach = breach


def bad(reason: str) -> ApiError:
    """Return the refusal of a call that breaks the contract."""
    return ApiError(400, f"Bad Request: {reason}")


def missed(reason: str) -> ApiError:
    """Return the refusal of a call that was right when the bot decided to make it."""
    return ApiError(400, f"Bad Request: {reason}", breach=False)


def conflict(reason: str) -> ApiError:
    """Return the refusal of one of two that want the same updates."""
    return ApiError(409, f"Conflict: {reason}", breach=False)
