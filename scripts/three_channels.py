"""Writes docs/vi/ba-kenh.md: the same first registration on each channel, side by side.

Taken from the conversations the tests hold to, so the page shows what really is said.
"""

import html
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TRANSCRIPTS = HERE / "tests" / "conversations" / "transcripts"
PAGE = HERE / "docs" / "vi" / "ba-kenh.md"
COLUMNS = {
    "Zalo": "zalo-lan-dau",
    "Telegram": "lan-dau-co-ma-telegram",
    "Trang trò chuyện": "lan-dau-co-ma-web",
}
_STEP = re.compile(r"^» (.*?)^« (.*?)(?=^» |\Z)", re.MULTILINE | re.DOTALL)
_OPENED = re.compile(r"\(mở bằng mã (\S+)\)")
HEAD = """# Một lần đăng ký trên ba kênh

Đồng chí Giàng A Páo, Bí thư Chi bộ bản Suối Đá, lần đầu vào trợ lý bằng mã của chi bộ và đăng ký
một mô hình mới. Lời hỏi như nhau ở cả ba kênh; chỉ khác cách trả lời:

- **Zalo** không có nút: các mục được đánh số, đồng chí nhắn con số (1, số 1, một…) hoặc nhắn đúng
  tên mục. Số 8 xem tiếp khi có hơn bảy mục, số 9 quay lại, số 0 để đó làm tiếp sau.
- **Telegram** và **trang trò chuyện** có nút `[…]` để chọn; nhắn con số hay tên mục cũng được.

Đang ghi dở ở kênh này thì ghi tiếp được ở kênh kia. Những lời dưới đây được đối chiếu từng chữ với
trợ lý mỗi khi phần mềm thay đổi.
"""


def page() -> str:
    """Return the page as it has to be now."""
    steps = zip_longest(*(_steps(name) for name in COLUMNS.values()), fillvalue=("", ""))
    rows = "".join(_row(number, step) for number, step in enumerate(steps, start=1))
    head = "".join(f"<th>{channel}</th>" for channel in COLUMNS)
    return f"{HEAD}\n<table>\n<tr><th></th>{head}</tr>\n{rows}</table>\n"


def _steps(name: str) -> Iterator[tuple[str, str]]:
    """Yield what the person says and what is answered."""
    for said, answer in _STEP.findall((TRANSCRIPTS / f"{name}.txt").read_text("utf-8")):
        yield _OPENED.sub(r"Mở đường dẫn có mã \1", said), answer.replace("\n  ", "\n")


def _row(number: int, step: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f"<td><b>Đồng chí:</b> {_shown(said)}<br><br><b>Trợ lý:</b> {_shown(answer)}</td>"
        for said, answer in step
    )
    return f'<tr valign="top"><td>{number}</td>{cells}</tr>\n'


def _shown(words: str) -> str:
    return html.escape(words.strip(), quote=False).replace("\n", "<br>")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
