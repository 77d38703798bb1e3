"""What hostile and odd people type, for hypothesis."""

import unicodedata
from typing import Any

from hypothesis import strategies as st

KNOWN = (
    "Giàng A Páo\x00",
    "\ud800",
    "\udfff\ud800",
    "\u202eđảo ngược\u202c",
    "a\u200bb\u200dc\ufeff",
    "\u2066\u2069",
    "👨‍👩‍👧‍👦" * 50,
    "🇻🇳" * 30,
    unicodedata.normalize("NFD", "Nguyễn Thị Hạnh, Chi bộ bản Suối Đá"),
    "<b>đậm</b> &amp; *đậm* _nghiêng_ [x](http://x)",
    "=cmd|'/c calc'!A1",
    "'; DROP TABLE entries; --",
    "{name} {0} {nonsense} %s %(x)s ${x}",
    "/start " + "A" * 80,
    "/" * 500,
    "0" * 400,
    "9" * 19,
    "số 99999999999999999999",
    "-1",
    "١٢٣",
    "²",
    "Tên:\nĐịa chỉ:\nLĩnh vực:\nNội dung:",
    "1.\n2.\n3.\n4.",
    "Tên: " + "x" * 3000,
    "\n" * 2000 + "x",
    "ﷺ" * 200,
    "Z̷̢̛͎a̶͔̔l̵̬̈́g̵͙̈́o̸",
    "ＭẬＴ",
)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=300)
WORDS = st.one_of(st.sampled_from(KNOWN), ANYTHING, st.sampled_from(KNOWN).map(str.upper))


def _nested(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return leaves in lists and objects, a few deep."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=10), inner, max_size=4)
        ),
        max_leaves=12,
    )


JSON = _nested(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANYTHING))
# What a server of Telegram could write at all.
WRITTEN = _nested(st.one_of(st.none(), st.booleans(), st.integers(-(2**52), 2**52), st.text()))
DATA = st.one_of(
    st.text(max_size=64),
    st.lists(st.text("adx0:<?~_", max_size=12), max_size=6).map(":".join),
    st.sampled_from(["a:show:", "a:open:x", "d:::", "d:x:y:z", "a:drop-yes:", ":", "a", "d:a:b"]),
)
