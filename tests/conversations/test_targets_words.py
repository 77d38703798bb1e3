"""The targets of the programme as the office reads them."""

import datetime as dt
from dataclasses import replace

from conversations import acts
from conversations.situation import Form
from rules.adoption_requests import MarkedTargets
from rules.office_requests import SummaryOf
from rules.person import Membership, Unit
from tests.conversations.alone import PAO, somebody
from tests.hamlet import ZONE
from tests.rules.test_targets import table, twelve

OFFICE = Unit("b" * 16, "Ban Dân vận")


def test_row_3_20_six_months_left_and_seven_of_twelve_met_is_one_sentence() -> None:
    form = Form(twelve(), 1, 2021)
    where = (OFFICE.id, form.programme.code, form.year)
    s = replace(
        somebody(form).situation,
        person=replace(PAO, memberships=(Membership(OFFICE, "", "office", confirmed=True),)),
        facts={SummaryOf(*where): table(form.programme), MarkedTargets(*where): ()},
        now=dt.datetime(2021, 6, 30, 8, 30, tzinfo=ZONE),
    )

    (say,) = acts.do(s, "targets").says

    head = say.text.splitlines()[0]
    assert head == "CHỈ TIÊU CHƯƠNG TRÌNH NĂM 2021: còn 6 tháng, đạt 7/12 chỉ tiêu."
