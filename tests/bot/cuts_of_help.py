"""Acts about help to be cut off: saying that somebody was helped."""

from tests.bot.cuts import Act

HELPED = (
    Act(
        "help-done",
        "hanh",
        ("lua: giấy có dấu đỏ thì để ở chỗ nào vậy", "lua: cái tờ có dấu ấy"),
        "Đã giúp xong",
        "SELECT state, human FROM help_requests",
        [("open", "hanh")],
        [("done", "hanh")],
        ("Đã ghi: giúp xong đồng chí Lê Thị Lúa",),
    ),
)
