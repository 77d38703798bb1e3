"""Whatever is said at whatever question: an answer comes, and nothing written is lost."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.outcome import Outcome
from conversations.said import (
    Contact,
    Photo,
    Place,
    Press,
    Said,
    Start,
    Text,
    Unreadable,
)
from conversations.situation import Open
from dialog.state import State
from tests.conversations.alone import Alone, form, somebody

PATH = ("dk", "1", "Nuôi lươn không bùn", "1", "2", "Vận động 12 hộ cùng làm.")  # to the review
ANSWERS = """
dk|đăng ký mới|1|2|3|4|5|0|-|Nuôi lươn không bùn|nuôi ong lấy mật dưới tán rừng|bản Suối Đá|kinh tế
Vận động 12 hộ cùng làm.|gửi|Sửa tên|Sửa nội dung|Sửa mục khác|Sửa hình thức|giữ nguyên|quay lại
để đó|xóa|hạn|đơn vị tôi|giúp|số 17|mục chính|alo|?|không|có|Giàng A Páo|Vàng A Chư|nhân rộng
điển hình|đăng ký thay|Lĩnh vực: làm ruộng|tối mật|mã vào lại|/english|tìm
tìm ong|/tim ong|Hội Phụ nữ cùng tham gia.
"""
PASTED = (
    "Tên: Tuyến đường hoa\nĐịa chỉ: bản\nLĩnh vực: VHXH\nNội dung: Trồng hoa hai bên đường.",
    "1. Một đường hoa\n2. bản Suối Đá\n3. KT",
    "Nội dung - dài hơn trước\nTên - ngắn thôi",
)
SAYINGS = [*ANSWERS.strip().replace("\n", "|").split("|"), *PASTED]
WORDS = st.sampled_from(SAYINGS) | st.text(max_size=60) | st.text("\n:-–.1234 ", max_size=20)
TEXTS = st.builds(Text, WORDS, st.sampled_from(["", "m1", "m2"]), st.booleans())
OTHERS = st.one_of(
    st.sampled_from(["voice", "sticker", "file", "other"]).map(Unreadable),
    st.just(Place(10.03, 105.74, "Nhà văn hóa")),
    st.from_regex("[0-9a-z]{4}", fullmatch=True).map(Photo),
    st.text(max_size=15).map(Contact),
    st.sampled_from(["", "7K3M2P"]).map(Start),
    st.text(max_size=64).map(Press),
)
SAID = st.tuples(st.integers(0, 9), TEXTS, OTHERS).map(lambda all_: all_[1 + (all_[0] == 0)])
BEGUN = st.integers(0, len(PATH)).map(lambda length: [Text(words) for words in PATH[:length]])
STEPS = st.tuples(BEGUN, st.lists(SAID | st.integers(0, 12), max_size=20)).map(
    lambda parts: [*parts[0], *parts[1]]
)


def pressed(last: Outcome | None, number: int) -> Press:
    """Return the press of one of the buttons shown last."""
    options = [o for say in (last.says if last else ()) for row in say.rows for o in row]
    return Press(options[number % len(options)].data if options else "d:x:y:z")


def written(dialogs: tuple[Open, ...]) -> dict[tuple[str, str], str]:
    """Return what every half-written registration says; answers that hang on others left out."""
    return {
        (dialog.id, key): kept
        for dialog in dialogs
        if dialog.script == "register"
        for key, kept in dialog.state.answers.items()
        if "/" not in key and key != "_review"
    }


def moved(kept: str, dialogs: tuple[Open, ...]) -> bool:
    """Return whether photos that left a draft are another one's now: those of a form."""
    said = [words for dialog in dialogs for words in dialog.state.answers.values()]
    return set(kept.split()) <= set(" ".join(said).split())


def talk(one: Alone, steps: list[Said | int]) -> None:
    """Say one thing after another; whatever comes, an answer or a command is there."""
    last: Outcome | None = None
    for step in steps:
        before = written(one.situation.dialogs)
        said = pressed(last, step) if isinstance(step, int) else step
        last = one.hears(said)

        assert last.says or last.command
        now = one.situation.dialogs
        gone = before.keys() - written(now).keys()
        lost = {at for at in gone if at[1] != "_photos" or not moved(before[at], now)}
        assert {dialog for dialog, _ in lost} <= set(last.close)


@given(STEPS)
def test_nothing_that_is_said_raises_or_loses_what_was_written(steps: list[Said | int]) -> None:
    talk(somebody(), steps)


@given(STEPS)
def test_nor_in_a_form_of_many_boxes(steps: list[Said | int]) -> None:
    talk(somebody(form("nine-boxes")), steps)


@given(STEPS)
def test_nor_with_two_programmes(steps: list[Said | int]) -> None:
    talk(somebody(form("minimal"), form()), steps)


@given(STEPS)
def test_nor_before_consent(steps: list[Said | int]) -> None:
    talk(somebody(consent=False), steps)


@given(STEPS)
def test_what_is_kept_can_be_read_again(steps: list[Said | int]) -> None:
    one = somebody()
    talk(one, steps)

    for dialog in one.situation.dialogs:
        assert State.from_json(dialog.state.to_json()) == dialog.state
