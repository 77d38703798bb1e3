"""Several matters in one message."""

from conversations.offer import act, rows
from conversations.reminding.digest import digest
from conversations.say import Say


def test_what_says_1_for_something_has_its_answers_first_and_comes_last() -> None:
    last_day = Say("Nhắn 1 để đăng ký.", rows(act("Đăng ký ngay", "register-for")), says_one=True)
    others = [Say(text, rows(act(text, "main"))) for text in ("Một việc", "Hai việc")]

    (both, _), (alone, of) = digest([last_day, *others], str)

    assert [row[0].label for row in both.rows] == ["Một việc", "Hai việc"]
    assert (alone, of) == (last_day, (0,))
