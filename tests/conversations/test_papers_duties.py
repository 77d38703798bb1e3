"""What a document asks besides, as the papers of a table say it: effect, models launched."""

from dataclasses import replace

from conversations.papers.summary_chart import summary_chart
from conversations.papers.units_ledger import units_ledger
from rules.person import Unit
from rules.programme import Launched
from rules.summarising import summarise
from rules.summary import UnitNow
from tests.hamlet import programme
from tests.summarised import AT, OFFICE, entry, unit, vietnamese

VI = vietnamese()


def test_row_3_17_the_papers_say_how_many_districts_are_met() -> None:
    rules = programme("yen-bai-tinh", quotas=False)
    district = UnitNow(Unit("h", "Huyện Mù Cang Chải", "huyen"), "khoi")
    made = [
        replace(entry(n, "h"), model=True, state="recognised" if n < 9 else "accepted")
        for n in range(12)
    ]
    told = summarise(rules, office=OFFICE, year=2027, at=AT, units=[district], entries=made)

    figures = units_ledger(told, rules, VI).figures

    (far,) = (one for one in figures if "từ 10 mô hình hiệu quả" in one.label)
    assert (far.number, far.share, far.label[-6:]) == (0, 0.0, "trên 1")


def test_row_0_4_the_papers_say_how_many_carry_out_all_that_was_launched() -> None:
    launched = (Launched("one", "Một"), Launched("two", "Hai"))
    rules = replace(programme("yen-bai-khoi", quotas=False), launched=launched)
    both, one = ("one", "two"), ("one",)
    units = [replace(unit(2 * n), adopted=both if n < 79 else one) for n in range(84)]
    told = summarise(rules, office=OFFICE, year=2027, at=AT, units=units, entries=[])

    drawn = summary_chart(told, rules, VI).lines

    assert "Thực hiện đủ mô hình cấp trên phát động, trên 84 đơn vị: 79 (94,05 %)" in drawn
