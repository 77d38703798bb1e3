"""A virtual cadre: registers one model after the other, reads before answering, is patient."""

from __future__ import annotations

import itertools
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.prove.notes import Notes, Wish
from tests.prove.phones import Phone, Shown

RECEIPT = re.compile(r"\b[A-Z]{2,}-\d{4}-\d{4}\b")
BOXES = ("name", "address", "field", "content")
REVIEW = "_review"
WAYS = {"<", "0", "?"}  # codes of buttons that are no answers
ONWARD = ("yes", "send", "go")  # codes that lead on where nothing of one's own is asked
WORKS = (
    ("Nuôi ong dưới tán rừng", "Tổ tự quản an ninh", "Thắp sáng đường quê", "Ngày Chủ nhật xanh"),
    ("Lớp học xóa mù chữ", "Bếp ăn tình thương", "Hũ gạo tiết kiệm", "Vườn thuốc nam"),
)
# Asked where a number stands for two things, or may have been said before its list was there.
ASKED_ABOUT = ("Đồng chí trả lời việc nào?", "Đồng chí nhắn “")
WHO = "cho biết họ tên và đơn vị"  # asked of somebody without a code
MOST_NUDGES = 8  # with no answer to them, after which somebody is taken to wait in vain


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its buttons tell it: whose dialog, which key, the codes that answer it."""

    dialog: str
    key: str
    codes: dict[str, str]


def question_in(shown: Shown) -> Question | None:
    """Return what a bubble asks, None if it asks nothing."""
    parts = [(data.split(":"), data) for _, data in shown.buttons if data.startswith("d:")]
    if not parts:
        return None
    (_, dialog, key, _), _ = parts[0]
    return Question(dialog, key, {p[3]: data for p, data in parts if p[3] not in WAYS})


class Cadre:
    """Somebody with a phone and an invitation.

    more   tells whether to register yet another one
    calm   tells whether nothing is on its way any more
    """

    def __init__(
        self,
        who: str,
        phone: Phone,
        *,
        code: str,
        random: Random,
        more: Callable[[], bool],
        calm: Callable[[], Awaitable[bool]],
    ) -> None:
        self.notes = Notes(who, phone.channel, phone.chat)
        self.phone = phone
        self._code = code
        self._random = random
        self._more = more
        self._calm = calm
        self._wishes = _wishes(who, WORKS[ord(who[0]) % len(WORKS)])
        self._answered: dict[tuple[str, str], str] = {}
        self._nudged = 0
        self._wondered = 0  # how often they have asked if anybody is there: so often it is answered
        self._lost = False  # whether the code was
        self._last: int | None = None  # answers still given before the phone is put away for good

    async def works(self) -> None:
        """Register until there is no more to do; then begin one more and leave it unfinished."""
        self._told(await self.phone.opens(self._code), "the code")
        while self._last != 0 and (shown := await self._reads()):
            self.notes.sees(shown)
            await self._reacts(shown)
        self.notes.waits = self._last != 0

    @property
    def _wish(self) -> Wish:
        return self.notes.wishes[-1]

    async def _reads(self) -> Shown | None:
        """Return the next bubble, None after waiting in vain."""
        while True:
            if shown := await self.phone.reads():
                return shown
            await self.phone.wonders()
            if not await self._calm():
                continue
            # What was on its way before it became calm is on the screen by now.
            if shown := await self.phone.reads():
                return shown
            if self._nudged == MOST_NUDGES:
                return None
            await self._nudges()

    async def _nudges(self) -> None:
        """Ask whether anybody is there."""
        self._nudged += 1
        self._wondered += 1
        self.notes.nudges += 1
        await self._says("alo")

    async def _reacts(self, shown: Shown) -> None:
        question, ways = question_in(shown), shown.buttons
        if question:
            await self._hears(question, shown)
        elif (code := RECEIPT.search(shown.text)) and self._waits_for(shown):
            self._wish.receipt = code[0]
            await self._goes_on()
        elif (self._nudged or self._lost) and any(d.startswith("a:register") for _, d in ways):
            await self._goes_on()  # nothing is asked any more: the receipt was lost, or said before
            self._lost = False
        elif WHO in shown.text:
            self._told(await self.phone.opens(self._code), "the code")
            self._lost = True
        self._nudged = 0

    def _waits_for(self, shown: Shown) -> bool:
        """Tell whether this is the receipt, not a copy of an earlier one or somebody else's."""
        wish = self.notes.wishes[-1] if self.notes.wishes else None
        return bool(wish and wish.sent and not wish.receipt and wish.name in shown.text)

    async def _hears(self, question: Question, shown: Shown) -> None:
        """Answer a question, but not one that was answered: that is a copy of an old bubble."""
        asked = (question.dialog, question.key)
        if self._answered.get(asked) == (shown.row or shown.text):
            return
        asked_about = shown.text.startswith(ASKED_ABOUT)
        if asked_about:
            self._takes_back(question)
        if asked in self._answered and not asked_about:
            self._wondered -= 1
            if self._wondered < 0:
                self.notes.asked_again.append(f"{question.key}: {shown.text}")
        self._answered[asked] = shown.row or shown.text
        if self._last is not None:
            self._last -= 1
        if self._last == 0:
            return
        await self._answers(question, shown)

    def _takes_back(self, question: Question) -> None:
        """Count the last answer as not given: it was not taken, but asked about."""
        given = self._wish.sent if question.key == REVIEW else self._wish.given.get(question.key)
        if given:
            given.pop()
        if not given:
            self._wish.given.pop(question.key, None)

    async def _answers(self, question: Question, shown: Shown) -> None:
        if not self.notes.wishes:
            self.notes.wishes.append(next(self._wishes))
        wish, key = self._wish, question.key
        if key in {"name", "address", "content"}:
            external = await self._says(wish.answers[key])
        else:
            external = await self._presses(shown, question, wish)
        if key in BOXES:
            wish.gives(external, key)

    async def _presses(self, shown: Shown, question: Question, wish: Wish) -> str:
        ways = (wish.answers.get(question.key, ""), *ONWARD, *question.codes)
        code = next(way for way in ways if way in question.codes)
        external = await self.phone.presses(shown, question.codes[code])
        self._told(external, f"[{question.key} {code}]")
        if code == "send":
            wish.sent.append(external)
        return external

    async def _goes_on(self) -> None:
        """Begin the next one: by asking for it, or by saying all of it at once."""
        wish = next(self._wishes)
        self.notes.wishes.append(wish)
        if not self._more():
            self._last = self._random.randint(3, 6)
        if self._last is None and self._random.random() < 1 / 3:
            wish.gives(await self._says(_pasted(wish)), *BOXES)
        else:
            await self._says("đăng ký")

    async def _says(self, words: str) -> str:
        external = await self.phone.says(words)
        self._told(external, words)
        return external

    def _told(self, external: str, words: str) -> None:
        self.notes.says(external, words)


def _wishes(who: str, works: Sequence[str]) -> Iterator[Wish]:
    """Yield registrations of which each box says what no other says, but for the field."""
    for number, work in zip(itertools.count(1), itertools.cycle(works), strict=False):
        yield Wish(
            {
                "name": f"{work} {who} {number}",
                "address": f"thôn {who} {number}, xã Mường Mẫu",
                "field": ("economy", "culture-society")[number % 2],
                "content": f"Vận động {number} tổ của {who} cùng làm, đảng viên làm trước.",
            }
        )


def _pasted(wish: Wish) -> str:
    field = {"economy": "kinh tế", "culture-society": "văn hóa xã hội"}[wish.answers["field"]]
    return (
        f"Tên: {wish.name}\nĐịa chỉ: {wish.answers['address']}\nLĩnh vực: {field}\n"
        f"Nội dung: {wish.answers['content']}"
    )
