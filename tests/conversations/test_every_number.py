"""Whatever is in sight: a number means exactly the line it stands before, or it is asked about."""

import re

from hypothesis import given
from hypothesis import strategies as st

from conversations.meant import DAY_MS, Shown, meant
from conversations.numbered import PAGE, SEVERAL, listed, numbers, one_list, pages, turnable
from conversations.offer import act, rows
from conversations.said import AskedAgain, Press, Text, Turned, Unsure
from conversations.say import Option, Say

AT = 1_800_000_000_000
MANY = 8


@st.composite
def says(draw: st.DrawFn, name: str) -> Say:
    """Draw a bubble of any kind; the data of its answers are no other bubble's."""
    count = draw(st.integers(0, 17))
    asks = draw(st.booleans())
    ways = [
        Option(f"Việc {name}{n}", f"d:{name}:key:c{n}")
        if asks
        else act(f"Việc {name}{n}", f"{name}{n}")
        for n in range(count)
    ]
    around = [Option("Quay lại", f"d:{name}:key:<"), Option("Để đó", f"d:{name}:key:0")]
    wants = draw(st.sampled_from(["", "text", "place", "number", "several"])) if asks else ""
    told = 0 if asks else draw(st.integers(0, count))
    text = "\n".join([f"Danh sách {name}:", *(f"• dòng {name}{n}" for n in range(told))])
    return turnable(
        Say(
            text,
            rows(*ways, *(draw(st.lists(st.sampled_from(around), unique=True)) if asks else [])),
            wants=wants,  # type: ignore[arg-type] # it is one of them
            lines=tuple(way.data for way in ways[:told]),
        ),
        str,
    )


@given(says("a"))
def test_each_number_shown_means_the_line_it_stands_before(say: Say) -> None:
    for one in numbers(say):
        meaning = meant(Text(one.number), [Shown(say, AT, AT)], at=AT + 9000, now=AT + 9500)

        if one.data.startswith(PAGE):
            assert isinstance(meaning, Turned)
            assert meaning.say.page == int(one.data.removeprefix(PAGE))
        else:
            assert meaning == Press(one.data)


@given(says("a"))
def test_no_number_is_shown_twice_and_none_that_means_nothing(say: Say) -> None:
    shown = re.findall(r"^(\d+)\. ", listed(say), re.MULTILINE)

    if not say.lead:  # whose one answer is told in a sentence
        assert sorted(shown) == sorted(one.number for one in numbers(say))
    assert len(set(shown)) == len(shown)


@given(says("a"))
def test_every_answer_is_on_some_page_or_said_by_its_words(say: Say) -> None:
    every = {option.label for row in say.rows for option in row}
    for page in range(1, pages(say) + 1):
        on_it = listed(Say(say.text, say.rows, say.wants, page=page, lines=say.lines))
        every -= {label for label in every if f" {label}" in on_it}

    told = {option.label for row in say.rows for option in row if option.data in say.lines}
    many = say.wants == SEVERAL and len(say.rows) > MANY
    free = {"Quay lại"} if say.wants in {"text", "place"} or many else set()
    assert every <= told | free


@given(says("a"), says("b"), st.integers(0, 25), st.integers(0, 3 * DAY_MS))
def test_a_number_is_taken_only_as_what_it_stands_before_in_sight(
    first: Say, second: Say, number: int, later: int
) -> None:
    shown = [Shown(first, AT, AT), Shown(second, AT + 1000, AT + 1000)]
    now = AT + 5000 + later

    meaning = meant(Text(str(number)), shown, at=now, now=now)

    every = [*numbers(first), *numbers(second)]
    seen = {one.data for one in every if one.number == str(number)}
    match meaning:
        case Press(data):
            assert later < DAY_MS
            assert data in seen
        case Unsure(ways):
            assert len({way.data for way in ways}) > 1
        case AskedAgain(_, data):
            assert data in seen


@given(says("a"), says("b"), st.integers(1, 20))
def test_of_the_bubbles_of_one_turn_a_number_stands_in_one(
    first: Say, second: Say, number: int
) -> None:
    both = one_list((first, second))

    assert sum(str(number) in {one.number for one in numbers(say)} for say in both) <= 1
