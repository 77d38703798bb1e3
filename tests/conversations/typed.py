"""A stage without buttons: what is pressed elsewhere is typed, by the number the words show."""

import re
from dataclasses import dataclass

from conversations.numbered import MORE, Numbered, listed, numbers, options, pages
from conversations.say import Say
from tests.conversations.stage import Stage

FIRST_WORDS = "Chào trợ lý"  # of whoever has no code to send
WHICH, ONCE_MORE = "Đồng chí trả lời việc nào?", "Câu này trợ lý hỏi đã lâu"


@dataclass(slots=True)
class Typed(Stage):
    """A stage on which people type; `beside` are the bubbles that no button would have needed."""

    beside: int = 0

    async def press(self, who: str, label: str) -> list[Say]:
        """Type the number that stands before an answer, turning pages until it is in sight."""
        talk = self.talk(who)
        say = _with(label, talk.bubbles[-2:])
        for _page in range(pages(say)):
            if number := _number_before(label, say):
                return await self._told_apart(who, label, await talk.says(number))
            if pages(say) > 1:
                (say,) = await talk.says(MORE)
                self.beside += 1
        return await talk.says(label)  # as at a question for words: it can be had by its name

    async def _told_apart(self, who: str, label: str, says: list[Say]) -> list[Say]:
        """Say which of two lists was meant, or once more what was asked long ago, if that is asked.

        What then is answered is a number again.
        """
        if not says[0].text.startswith((WHICH, ONCE_MORE)):
            return says
        self.beside += 1
        ways = [one for one in numbers(says[0]) if f"– {one.label}".endswith(f"– {label}")]
        return await self.talk(who).says(ways[-1].number)

    async def say(self, who: str, words: str) -> list[Say]:
        """Say words; "số 1" is an answer of a list here, so an entry is called by more."""
        return await Stage.say(self, who, re.sub(r"^số ([1-9])$", r"đăng ký số \1", words))

    async def direct(self, who: str, direction: str, rest: str) -> list[Say]:
        """Open a chat with words, since nothing else opens one; the rest as elsewhere."""
        opened = re.fullmatch(r"mở(?: bằng mã (\S+))?", direction)
        if opened:
            return await self.talk(who).says(f"DANG KY {opened[1]}" if opened[1] else FIRST_WORDS)
        return await Stage.direct(self, who, direction, rest)


def _with(label: str, bubbles: list[Say]) -> Say:
    """Return the newest bubble that has an answer of this label."""
    have = [say for say in bubbles if label in {option.label for option in options(say)}]
    assert have, f"no [{label}] in {bubbles}"
    return have[-1]


def _number_before(label: str, say: Say) -> str:
    """Return the number that stands before an answer in the words of a bubble, "" for none."""
    data = {option.data for option in options(say) if option.label == label}
    (one,) = [one for one in numbers(say) if one.data in data] or [Numbered("", label, "")]
    line = f"{one.number}. {one.label}"
    if say.wants == "place" and say.lead:
        line = f"{say.lead} {label}."
    assert not one.number or f"\n{line}\n" in f"\n{listed(say)}\n"
    return one.number
