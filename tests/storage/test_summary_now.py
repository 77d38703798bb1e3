"""The office's table out of the database: every unit of it, whatever became of them."""

from rules.entry import State
from rules.office_requests import SummaryOf
from storage import entries, facts, people
from storage.contacts import InCharge, put_in_charge
from storage.database import Database
from storage.summary_now import TableAsked, summary_now
from tests.hamlet import programme
from tests.storage.offices import (
    AT,
    CODE,
    HANH,
    OFFICE,
    TODAY,
    YEAR,
    around,
    ended,
    entry,
    exempted,
    line,
    open_office,
    paper,
    summary_of,
    unit,
)
from tests.storage.village import LONG_AGO

RULES = programme("yen-bai-khoi", quotas=False)
PROVINCE = programme("yen-bai-tinh", quotas=False)


async def test_the_table_has_every_unit_below_by_type_and_name(db: Database) -> None:
    async with db.writing() as tx:
        below = [unit("c", "chi_bo", "Ô tô"), unit("a", "chi_bo", "Ánh Dương")]
        await open_office(tx, [*below, unit("d", "dang_bo", "Sở Y tế")])

        summary = await summary_of(tx, RULES)

    assert [one.now.unit.name for one in summary.lines] == ["Sở Y tế", "Ánh Dương", "Ô tô"]
    assert (summary.office.name, summary.at) == ("Đảng ủy Khối", AT)


async def test_row_0_15_a_mass_organisation_with_four_of_five_lacks_one(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("doan-khoi", "khoi_mass_org", "Đoàn Khối")])
        await entries.add(tx, [entry(n, "doan-khoi") for n in range(4)])

        summary = await summary_of(tx, RULES)

    assert (line(summary, "doan-khoi").missing, line(summary, "doan-khoi").state) == (1, "short")


async def test_row_0_16_a_party_committee_with_two_has_enough(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("so-y-te", "dang_bo")])
        await entries.add(tx, [entry(1, "so-y-te"), entry(2, "so-y-te")])

        summary = await summary_of(tx, RULES)

    assert line(summary, "so-y-te").state == "met"


async def test_row_0_18_one_new_and_one_maintained_are_two(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("so", "dang_bo")])
        await entries.add(tx, [entry(1, "so"), entry(2, "so", origin="maintain")])

        summary = await summary_of(tx, RULES)

    assert line(summary, "so").state == "met"
    assert (summary.of_origin("new"), summary.of_origin("maintain")) == (1, 1)


async def test_row_0_19_models_and_exemplars_are_shown_apart_and_together(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("so", "dang_bo")])
        exemplars = [entry(n, "so", entry_kind="exemplar") for n in range(9)]
        await entries.add(tx, [*exemplars, *(entry(n, "so") for n in range(9, 131))])

        summary = await summary_of(tx, RULES)

    models = summary.models
    assert (models, len(summary.entries) - models, len(summary.entries)) == (122, 9, 131)


async def test_row_3_15_a_province_with_2943_new_models_is_summed(db: Database) -> None:
    async with db.writing() as tx:
        districts = [unit(f"h{n}", "huyen") for n in range(9)]
        communes = [unit(f"x{n}", "xa", parent=f"h{n % 9}") for n in range(1_091)]
        await open_office(tx, [*districts, *communes])
        rows = [entry(n, f"x{n % 1_091}", programme=PROVINCE.code) for n in range(2_943)]
        await entries.add(tx, rows)

        summary = await summary_of(tx, PROVINCE)

    assert (len(summary.entries), summary.of_origin("new")) == (2_943, 2_943)
    assert len(summary.lines) == 1_100


async def test_row_3_16_communes_without_a_model_are_none(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit(f"x{n}", "xa") for n in range(5)])
        await entries.add(tx, [entry(n, f"x{n}", programme=PROVINCE.code) for n in range(5)])

        summary = await summary_of(tx, PROVINCE)

    ((type_, covered),) = summary.coverage
    assert (type_, covered.done, covered.of, covered.left) == ("xa", 5, 5, ())


async def test_row_3_17_a_district_with_twelve_of_which_nine_are_effective_is_short(
    db: Database,
) -> None:
    states: list[State] = ["recognised" if n < 9 else "accepted" for n in range(12)]
    async with db.writing() as tx:
        await open_office(tx, [unit("huyen", "huyen"), unit("xa", "xa", parent="huyen")])
        rows = [entry(n, "xa", state=s, programme=PROVINCE.code) for n, s in enumerate(states)]
        await entries.add(tx, rows)

        summary = await summary_of(tx, PROVINCE)

    district = line(summary, "huyen")
    assert (district.registered, district.recognised, district.state) == (12, 9, "short")


async def test_a_table_of_some_units_has_their_lines_as_the_whole_one_has_them(
    db: Database,
) -> None:
    async with db.writing() as tx:
        below = [unit(f"h{n}", "huyen") for n in range(3)]
        await open_office(tx, [*below, *(unit(f"x{n}", "xa", parent=f"h{n}") for n in range(3))])
        await entries.add(tx, [entry(n, f"x{n % 2}", programme=PROVINCE.code) for n in range(5)])
        await ended(tx, "x2", heirs=("x0",))

        whole = await summary_of(tx, PROVINCE)
        some = await summary_now(tx, TableAsked("", PROVINCE, YEAR, AT, ("h0", "x1")))

    assert some.lines == tuple(line(whole, key) for key in ("h0", "x0", "x1"))


async def test_what_a_merged_unit_registered_is_its_successor_s(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo"), unit("b", "dang_bo")])
        await entries.add(tx, [entry(1, "a"), entry(2, "b")])
        await ended(tx, "a", heirs=("b",))

        summary = await summary_of(tx, RULES)

    assert [one.now.unit.id for one in summary.lines] == ["b"]
    assert (line(summary, "b").registered, len(summary.entries)) == (2, 2)


async def test_what_both_heirs_of_a_split_unit_took_over_is_in_the_total_once(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit(key) for key in "abc"])
        await entries.add(tx, [entry(1, "a")])
        await ended(tx, "a", heirs=("b", "c"))

        summary = await summary_of(tx, RULES)

    assert [one.registered for one in summary.lines] == [1, 1]
    assert len(summary.entries) == 1


async def test_what_a_unit_registered_that_nobody_took_over_from_stays_above_it(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("huyen", "huyen"), unit("xa", "xa", parent="huyen")])
        await entries.add(tx, [entry(1, "xa", programme=PROVINCE.code)])
        await ended(tx, "xa")

        summary = await summary_of(tx, PROVINCE)

    assert [(one.now.unit.id, one.registered) for one in summary.lines] == [("huyen", 1)]


async def test_an_exempt_unit_says_why_and_one_that_sent_paper_how_many(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await exempted(tx, "a")
        await paper(tx, "p1", unit_="b")

        summary = await summary_of(tx, RULES)

    assert line(summary, "a").now.exempt == "đang sắp xếp tổ chức"
    assert (line(summary, "b").now.papers, summary.by_hand) == (1, 1)


async def test_a_signed_original_is_the_entry_s_and_waits_for_nobody(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await entries.add(tx, [entry(1, "a")])
        await paper(tx, "p1", unit_="a", entry_="e202700001", day=TODAY)

        summary = await summary_of(tx, RULES)

    assert [one.original for one in summary.entries] == [True]
    assert line(summary, "a").now.papers == 0


async def test_who_is_in_charge_of_a_unit_or_of_one_above_it_is_named(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo"), unit("b", parent="a"), unit("c")])
        await people.name_person(tx, HANH, name="Trần Thị Hạnh")
        await put_in_charge(tx, [InCharge("a", HANH, LONG_AGO)])

        summary = await summary_of(tx, RULES)

    named = {one.now.unit.id: one.now.staff_name for one in summary.lines}
    assert named == {"a": "Trần Thị Hạnh", "b": "Trần Thị Hạnh", "c": ""}


async def test_a_launched_model_is_taken_up_by_who_registered_it_and_planned_by_who_has_a_plan(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await entries.add(tx, [entry(1, "a", origin="adopt", source="launched:digital")])
        await tx.run(
            """INSERT INTO plans (unit, programme, round, model, words, by_person, at)
               VALUES :rows""",
            {"rows": [("b", CODE, YEAR, "digital", "01-KH/CB", HANH, 1)]},
        )

        summary = await summary_of(tx, RULES)

    digital = summary.adoption[0]
    assert (digital.adopted.left, digital.planned.left) == (("b",), ("a",))


async def test_entries_of_another_round_another_programme_or_taken_back_are_not_there(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        others = [entry(2, "a", round=2026), entry(3, "a", programme="other")]
        await entries.add(tx, [entry(1, "a", state="withdrawn"), *others])

        summary = await summary_of(tx, RULES)

    assert (summary.entries, line(summary, "a").registered) == ((), 0)


async def test_another_office_s_staff_gets_an_empty_table(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("other", parent="")])
        await entries.add(tx, [entry(1, "a")])

        summary = await summary_of(tx, RULES, "other")

    assert (summary.lines, summary.entries) == ((), ())


async def test_a_programme_nobody_has_has_no_table(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])

        (found,) = await facts.answer(tx, [(HANH, SummaryOf(OFFICE, "none", YEAR))], around(RULES))

    assert found.lines == ()
