"""What Zalo answers when it refuses a call."""

from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.wire import Reply, refused

USUAL = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Internal server error",
    404: "Not Found",
    408: "Request timeout",
    426: "Daily limit reached",
    429: "Quota exceeded",
}
PAGE_ONLY = 500  # and above: no body of the platform's own is known


def bad(reason: str) -> ApiError:
    """Return the refusal of a call that breaks the contract."""
    return ApiError(400, f"Bad request: {reason}")


def told(code: int, *, breach: bool = False) -> ApiError:
    """Return a refusal that circumstances explain."""
    return ApiError(code, USUAL[code], breach=breach)


def refusal(code: int, description: str, *, by_status: bool) -> Reply:
    """Return a refusal as it is on the wire: as a rule HTTP 200, with the code in the body."""
    reply = refused(code, description)
    return reply if by_status else Reply(200, reply.body)


def failing(fault: Fault, *, by_status: bool) -> Reply:
    """Return what a fault answers: pages and what is beyond the platform's codes have a status."""
    description = fault.description or USUAL.get(fault.status, "Internal Server Error")
    plain = fault.html or fault.status >= PAGE_ONLY
    return refusal(fault.status, description, by_status=by_status or plain)
