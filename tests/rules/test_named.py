import datetime as dt

from rules.entry import Entry
from rules.member import Member, Roster
from rules.named import Named, named_in
from rules.person import Human, Membership, Person, Unit

UNIT = Unit("u1", "Chi bộ bản Suối Đá")
PAO = Person("p1", "Giàng A Páo", "+84912000001")


def test_a_person_is_known_by_name_and_phone_however_deep() -> None:
    roster = Roster(UNIT, (Member(Membership(UNIT), PAO),))

    assert set(named_in({"key": (roster, None, 7)})) == {
        Named("p1", "Giàng A Páo"),
        Named("p1", "0912 000 001"),
    }


def test_of_whom_to_call_only_the_name_is_known() -> None:
    assert list(named_in([Human("Hạnh", "+84912000009")])) == [Named("", "Hạnh")]


def test_an_entry_is_known_by_its_code_its_name_and_whom_it_is_about() -> None:
    at = dt.datetime(2027, 3, 16, tzinfo=dt.UTC)
    entry = Entry(
        "e1", "DVK-1", 1, UNIT, "p", 2027, "k", "Nuôi lươn", "", "", "", "sent", 1, at, "p1", "Lan"
    )

    assert [one.words for one in named_in(entry)] == ["DVK-1", "Nuôi lươn", "Lan"]
    assert {one.id for one in named_in(entry)} == {"e1"}


def test_who_has_no_name_is_nowhere() -> None:
    assert list(named_in(Person("p2"))) == []
