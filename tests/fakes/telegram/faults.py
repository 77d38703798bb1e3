"""What can go wrong between the bot and Telegram, on demand."""

from dataclasses import dataclass

_TOLD = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
    "is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way a call goes wrong; what it names happens in this order.

    `delay_before` s pass; `cut_before` closes the connection; the call is carried out, unless a
    `status` other than 200 is answered instead (`acts`: carried out all the same); `delay_after` s
    pass; `cut_after` closes the connection; `truncated` sends half of the answer. `html` makes the
    answer the page of a proxy. `duplicate_updates` gives the same updates to the bot once more.
    """

    delay_before: float = 0
    cut_before: bool = False
    status: int = 200
    description: str = ""
    retry_after: int = 0
    html: bool = False
    acts: bool = False
    delay_after: float = 0
    cut_after: bool = False
    truncated: bool = False
    duplicate_updates: bool = False

    @property
    def told(self) -> str:
        """The description in the answer."""
        usual = _TOLD.get(self.status, "").format(retry_after=self.retry_after)
        return self.description or usual


CALM = Fault()


@dataclass(slots=True)
class _Planned:
    fault: Fault
    method: str
    chat: int | str | None
    calls_before: int
    times: int | None

    def strikes(self, method: str, chat: int | str | None) -> bool:
        """Tell whether the call is hit, and count it."""
        if self.method.lower() not in {method.lower(), "*"}:
            return False
        if (self.chat is not None and self.chat != chat) or self.times == 0:
            return False
        if self.calls_before:
            self.calls_before -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Faults:
    """The faults planned; the first planned that fits a call strikes it."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def plan(
        self, method: str, fault: Fault, *, times: int | None, chat: int | str | None, nth: int
    ) -> None:
        """Let `fault` strike the nth call from now on and those after it, `times` in all."""
        self._planned.append(_Planned(fault, method, chat, nth - 1, times))

    def clear(self) -> None:
        """Let everything go well again."""
        self._planned.clear()

    def strike(self, method: str, chat: int | str | None) -> Fault:
        """Return what goes wrong with this call."""
        for planned in self._planned:
            if planned.strikes(method, chat):
                return planned.fault
        return CALM
