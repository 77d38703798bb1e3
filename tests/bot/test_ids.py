from hypothesis import given
from hypothesis import strategies as st

from bot.ids import ALPHABET, Ids

BITS = st.integers(0, 2**35 - 1)
TIMES = st.integers(0, 2**44)  # until the year 2527


def ids(times: list[int], bits: list[int]) -> list[str]:
    clock, chance = iter(times), iter(bits)
    made = Ids(lambda: next(clock), lambda _: next(chance))
    return [made.next() for _ in times]


@given(st.lists(st.tuples(TIMES, BITS), min_size=1, max_size=50))
def test_ids_grow_whatever_the_clock_does(given: list[tuple[int, int]]) -> None:
    made = ids([time for time, _ in given], [bits for _, bits in given])

    assert made == sorted(set(made))


@given(TIMES, BITS)
def test_an_id_is_16_characters_that_nobody_misreads(time: int, bits: int) -> None:
    (made,) = ids([time], [bits])

    assert len(made) == 16
    assert set(made) <= set(ALPHABET)


@given(TIMES, TIMES, BITS, BITS)
def test_ids_of_different_processes_sort_by_time(
    early: int, late: int, bits: int, other: int
) -> None:
    (first,), (second,) = ids([min(early, late)], [bits]), ids([max(early, late)], [other])

    assert early == late or first < second


def test_many_in_one_millisecond_differ() -> None:
    made = ids([1] * 1000, [7] * 1000)

    assert len(set(made)) == 1000


def test_the_alphabet_is_in_the_order_in_which_databases_sort() -> None:
    assert list(ALPHABET) == sorted(ALPHABET)


def test_ids_sort_behind_those_of_a_process_whose_clock_was_ahead() -> None:
    last = Ids(lambda: 2_000_000, lambda _: 7).next()

    assert Ids(lambda: 1_000, lambda _: 7, after=last).next() > last
