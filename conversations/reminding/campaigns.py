"""What contacts are told of a campaign."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.reminding.choices import subject_of
from conversations.say import Say
from dialog.turn import Translate
from rules.campaigning import CampaignBegins, CampaignEnds, rule_of


def _begins(facts: CampaignBegins, _: Translate) -> Say:
    one = facts.campaign
    text = _("{label}: from {first} to the end of {last}.")
    lines = [text.format(label=one.label, first=say_day(one.first, _), last=say_day(one.last, _))]
    return _said(facts, [*lines, *filter(None, [one.words])], _)


def _ends(facts: CampaignEnds, _: Translate) -> Say:
    one = facts.campaign
    text = _("{label} ends on {last}, in {days} days.") if facts.days else _("{label} ends today.")
    lines = [text.format(label=one.label, last=say_day(one.last, _), days=facts.days)]
    return _said(facts, [*lines, *filter(None, [one.words])], _)


def _said(facts: CampaignBegins | CampaignEnds, lines: list[str], _: Translate) -> Say:
    matter = rule_of(facts.programme, facts.campaign)
    new = act(_("Register a model"), "new")
    mute = act(_("Remind me no more of this campaign"), "mute", subject_of(matter))
    return Say("\n".join(lines), rows(new, mute))


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {
    CampaignBegins: _begins,
    CampaignEnds: _ends,
}
