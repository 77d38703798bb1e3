import orjson
import pytest

from bot.channels import ChannelError
from bot.channels.telegram.errors import TokenRefused, result_in


def refusal(status: int, description: str, **parameters: int) -> ChannelError:
    answer = {"ok": False, "error_code": status, "description": description}
    with pytest.raises(ChannelError) as caught:
        result_in(status, orjson.dumps({**answer, "parameters": parameters}))
    return caught.value


@pytest.mark.parametrize(
    ("status", "description", "kind"),
    [
        (400, "Bad Request: chat not found", "permanent"),
        (400, "Bad Request: message is too long", "permanent"),
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "blocked"),
        (403, "Forbidden: bot can't initiate conversation with a user", "blocked"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "permanent"),
        (403, "Forbidden: bot can't send messages to the user", "permanent"),
        (404, "Not Found: method not found", "permanent"),
        (409, "Conflict: terminated by other getUpdates request", "retry"),
        (429, "Too Many Requests: retry after 7", "retry"),
        (500, "Internal Server Error", "retry"),
        (502, "Bad Gateway", "retry"),
        (504, "Gateway Timeout", "retry"),
    ],
)
def test_each_refusal_has_its_kind(status: int, description: str, kind: str) -> None:
    error = refusal(status, description)

    assert (error.kind, error.detail) == (kind, f"{status} {description}")


def test_how_long_to_wait_is_passed_on_exactly() -> None:
    assert refusal(429, "Too Many Requests", retry_after=3600).retry_after == 3600


def test_where_a_chat_has_moved_is_passed_on() -> None:
    error = refusal(400, "Bad Request: upgraded", migrate_to_chat_id=-100_123)

    assert (error.kind, error.moved_to) == ("permanent", "-100123")


@pytest.mark.parametrize(("status", "said"), [(401, "Unauthorized"), (404, "Not Found")])
def test_a_token_refused_tells_the_operator_what_to_do(status: int, said: str) -> None:
    error = refusal(status, said)

    assert isinstance(error, TokenRefused)
    assert "@BotFather" in error.detail


@pytest.mark.parametrize("status", [200, 302, 404, 502])
@pytest.mark.parametrize("body", [b"<html>502</html>", b'{"ok": tr', b"[]", b"{}", b"", b"\xff"])
def test_an_answer_that_is_not_telegrams_leaves_it_open(status: int, body: bytes) -> None:
    with pytest.raises(ChannelError) as caught:
        result_in(status, body)

    assert caught.value.kind == "ambiguous"


def test_an_edit_that_changes_nothing_has_gone_well() -> None:
    body = {"ok": False, "description": "Bad Request: message is not modified: same content"}

    assert result_in(400, orjson.dumps(body)) is True
