"""What the assistant decided by itself, in words: which message of which rule, sent or why not."""

from collections.abc import Iterable, Mapping

from conversations.reminding.why_words import matter_words, reasons
from conversations.situation import Translate
from rules.occurrences import Why
from rules.programme import Programme
from rules.reminding_days import AFTER


def say_rule(rule: str, step: str, programmes: Iterable[Programme], _: Translate) -> str:
    """Return which message of which rule it is: "Đăng ký mô hình, trước 7 ngày"."""
    kind, *of = rule.split(":")
    if kind == "deadline":
        what, when = _stage(of, programmes), _when(step, _)
    elif kind == "campaign":
        what, when = _campaign(of, programmes), _steps(_).get(step) or _when(step, _)
    else:
        what, when = matter_words(rule, _), _steps(_).get(step, "")
    return _("{what}, {when}").format(what=what, when=when) if when else what


def say_why(why: Why, _: Translate) -> str:
    """Return why something was not sent, "sent" where it was."""
    return _("not sent: {reason}").format(reason=reasons(_)[why]) if why else _("sent")


def _stage(of: Iterable[str], programmes: Iterable[Programme]) -> str:
    code, stage = of
    found = next((each for each in programmes if each.code == code), None)
    return found.stage(stage).label if found else stage


def _campaign(of: Iterable[str], programmes: Iterable[Programme]) -> str:
    code, campaign = of
    known = [one for each in programmes if each.code == code for one in each.campaigns]
    return next((one.label for one in known if one.code == campaign), campaign)


def _when(step: str, _: Translate) -> str:
    if step == AFTER:
        return _("after the deadline")
    if not step.isdecimal():
        return _("put off")
    return _("{days} days before").format(days=step) if step != "0" else _("on the last day")


def _steps(_: Translate) -> Mapping[str, str]:
    return {
        "invite": _("invitation"),
        "moved": _("moved"),
        "cancelled": _("called off"),
        "day-before": _("a day before"),
        "two-hours": _("two hours before"),
        "summary": _("count of replies"),
        "closed": _("final count of replies"),
        "upload": _("upload after the meeting"),
        "thematic": _("thematic meeting of the quarter"),
        "regular": _("no meeting planned yet"),
        "residence": _("opinions of the committee where members live"),
        "residence-again": _("opinions of the committee where members live, once more"),
        "begins": _("it begins"),
        "missing": _("who has not registered"),
        "agree": _("to be agreed on"),
    }
