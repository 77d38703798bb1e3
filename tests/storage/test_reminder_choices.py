import datetime as dt

from rules.when_to_go import Habits, Snooze
from storage import reminder_choices
from storage.database import Database


async def test_what_people_chose_is_read_for_many_at_once(db: Database) -> None:
    async with db.writing() as tx:
        await reminder_choices.choose_hour(tx, "pao", hour=dt.time(11, 30), early=True, at=1)
        await reminder_choices.mute(tx, "pao", "m1", at=1)
        await reminder_choices.mute(tx, "lua", "", at=1)
        await reminder_choices.snooze(tx, "pao", "m2", until=9, at=5)
        await reminder_choices.answered(tx, [("pao", "m3"), ("lua", "m3"), ("pao", "m3")], at=7)
        found = await reminder_choices.habits(tx, ["pao", "lua", "hanh"])

    assert found["pao"] == Habits(
        dt.time(11, 30), True, frozenset({"m1"}), {"m2": Snooze(9, 5)}, {"m3": 7}
    )
    assert (found["lua"].muted, found["lua"].answered) == (frozenset({""}), {"m3": 7})
    assert found["hanh"] == Habits(muted=frozenset())


async def test_the_last_choice_holds(db: Database) -> None:
    async with db.writing() as tx:
        await reminder_choices.choose_hour(tx, "pao", hour=dt.time(19), early=True, at=1)
        await reminder_choices.choose_hour(tx, "pao", hour=None, early=False, at=2)
        await reminder_choices.mute(tx, "pao", "m1", at=1)
        await reminder_choices.unmute(tx, "pao", "m1")
        for at in (5, 6):
            await reminder_choices.snooze(tx, "pao", "m2", until=at * 10, at=at)
            await reminder_choices.answered(tx, [("pao", "m3")], at=at)
        found = await reminder_choices.habits(tx, ["pao"])

    assert found["pao"] == Habits(None, False, frozenset(), {"m2": Snooze(60, 6)}, {"m3": 6})
