import pytest

from bot.channels.decoded import decoded


def test_one_bad_character_does_not_spoil_the_rest() -> None:
    assert decoded(b'{"a": "\\ud800x\xff"}') == {"a": "\ud800x\ufffd"}


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000])
def test_what_is_no_json_is_a_value_error(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(body)
