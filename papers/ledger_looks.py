"""How the cells of a printed table look."""

from collections.abc import Mapping
from typing import Any

TEXT: Mapping[str, Any] = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_FRAMED = {"border": 1}
_HEAD = {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7E6E6", **_FRAMED}
_NUMBER = {"num_format": "#,##0", "align": "center"}
_TOTAL = {"bold": True, "text_wrap": True, **_FRAMED}
_GROUP = {**_TOTAL, "bg_color": "#F2F2F2"}

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "align": "center", "text_wrap": True},
    "subtitle": {"font_size": 13, "align": "center", "text_wrap": True, "italic": True},
    "note": {"italic": True, "text_wrap": True},
    "label": {"text_wrap": True, **_FRAMED},
    "head": _HEAD,
    "text": {"text_wrap": True, "num_format": "@", **_FRAMED},
    "long": {"text_wrap": True, **_FRAMED},
    "doubtful": {"text_wrap": True, "quote_prefix": True, **_FRAMED},
    "mark": {"align": "center", "num_format": "@", **_FRAMED},
    "number": {**_NUMBER, **_FRAMED},
    "share": {"num_format": "0.00%", "align": "center", **_FRAMED},
    "day": {"num_format": "dd/mm/yyyy", "align": "center", **_FRAMED},
    "time": {"num_format": "dd/mm/yyyy hh:mm", "align": "center", **_FRAMED},
    "group": _GROUP,
    "group-number": {**_GROUP, **_NUMBER, "num_format": "#,##0;-#,##0;"},  # no noughts
    "total": _TOTAL,
    "total-number": {**_TOTAL, **_NUMBER},
}
