"""Acts of the desk to be cut off: the link to it, and locking it."""

from tests.bot.cuts import Act

DESK = (
    Act(
        "desk",
        "hanh",
        ("việc khác",),
        "Bàn làm việc trên máy tính",
        "SELECT person, used_at FROM desk_keys",
        [],
        [("hanh", 0)],
        ("mở liên kết này trên máy tính",),
    ),
    Act(
        "desk-lock",
        "hanh",
        ("bàn làm việc",),
        "Khóa bàn làm việc",
        "SELECT person, used_at FROM desk_keys",
        [("hanh", 0)],
        [],
        ("không mở ở máy nào",),
        alien=False,
    ),
)
