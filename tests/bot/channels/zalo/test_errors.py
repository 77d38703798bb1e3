from typing import Any

import orjson
import pytest

from bot.channels import ChannelError
from bot.channels.zalo.errors import TokenRefused, WebhookSet, result_in
from bot.channels.zalo.outcomes import unreached


def refusal(answer: dict[str, Any], *, status: int = 200, to: str = "sendMessage") -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        result_in(status, orjson.dumps({"ok": False, **answer}), to)
    return caught.value


@pytest.mark.parametrize(
    ("code", "description", "kind"),
    [
        (400, "Bad request: The chat_id must not be empty", "permanent"),
        (403, "Internal server error", "retry"),
        (404, "Not Found", "permanent"),
        (408, "Request timeout", "ambiguous"),
        (426, "Daily limit reached", "permanent"),
        (500, "Internal server error", "retry"),
    ],
)
def test_each_refusal_has_its_kind(code: int, description: str, kind: str) -> None:
    error = refusal({"error_code": code, "description": description})

    assert (error.kind, error.detail) == (kind, f"{code} {description}")


@pytest.mark.parametrize("name", ["error_code", "errorCode"])
@pytest.mark.parametrize("code", [401, "401"])
@pytest.mark.parametrize("status", [200, 401])
def test_a_token_refused_tells_the_operator_what_to_do(
    name: str, code: int | str, status: int
) -> None:
    error = refusal({name: code, "description": "Unauthorized"}, status=status)

    assert isinstance(error, TokenRefused)
    assert error.kind == "elsewhere"
    assert "Zalo Bot Creator" in error.detail


def test_a_plan_used_up_leads_elsewhere() -> None:
    error = refusal({"error_code": 429, "description": "Quota exceeded"})

    assert (error.kind, error.spent) == ("elsewhere", True)


def test_listening_goes_on_when_nothing_more_may_be_said() -> None:
    error = refusal({"error_code": 429, "description": "Quota exceeded"}, to="getUpdates")

    assert (error.kind, error.spent, error.retry_after) == ("retry", False, 0)


@pytest.mark.parametrize("code", [None, [], "x", "9" * 5000, True])
def test_a_refusal_without_a_reason_is_tried_again(code: object) -> None:
    assert refusal({"error_code": code}).kind in {"retry", "permanent"}
    assert refusal({}).kind == "retry"
    assert refusal({}, status=400).kind == "permanent"


def test_a_webhook_in_the_way_is_told_as_such() -> None:
    described = "You cannot use this API while a webhook is set. Please remove the webhook first"

    error = refusal({"error_code": 400, "description": described}, to="getUpdates")

    assert isinstance(error, WebhookSet)


@pytest.mark.parametrize(
    ("method", "code", "result"),
    [
        ("getUpdates", 408, {}),
        ("getWebhookInfo", 404, {"url": ""}),
        ("deleteWebhook", 400, {"url": ""}),
        ("deleteWebhook", 404, {"url": ""}),
    ],
)
def test_some_refusals_are_answers(method: str, code: int, result: dict[str, str]) -> None:
    body = orjson.dumps({"ok": False, "error_code": code, "description": "so"})

    assert result_in(200, body, method) == result


@pytest.mark.parametrize("told", [None, {}, {"url": "https://kheo.example"}])
def test_a_webhook_of_which_nothing_is_said_is_not_complained_of(told: object) -> None:
    assert unreached(told) == ""


def test_an_answer_without_a_result_has_gone_well() -> None:
    assert result_in(200, b'{"ok":true}', "sendChatAction") is None


@pytest.mark.parametrize("body", [b"<html>", b'{"ok": tr', b"[]", b"{}", b"", b'{"ok":1}'])
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, "ambiguous"),
        (302, "ambiguous"),
        (500, "ambiguous"),
        (502, "ambiguous"),
        (504, "ambiguous"),
    ]
    + [(status, "retry") for status in (403, 404, 429, 503)],
)
def test_a_page_that_is_not_zalos_goes_by_its_status(body: bytes, status: int, kind: str) -> None:
    with pytest.raises(ChannelError) as caught:
        result_in(status, body, "sendMessage")

    assert (caught.value.kind, caught.value.spent) == (kind, False)


def test_a_page_instead_of_the_bots_name_means_a_token_that_is_none() -> None:
    with pytest.raises(TokenRefused):
        result_in(404, b"<html>", "getMe")


def test_a_token_in_a_description_is_not_passed_on() -> None:
    error = refusal({"error_code": 400, "description": "no /bot1459232241:s-3.cret_x/getMe here"})

    assert error.detail == "400 no /bot…/getMe here"


def test_a_description_without_end_is_cut() -> None:
    assert len(refusal({"error_code": 400, "description": "x" * 9999}).detail) < 300
