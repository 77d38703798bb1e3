from bot.channels.zalo.one_too_many import OneTooMany

HOUR = 3_600_000


def test_a_bot_refused_again_and_again_rests_longer_and_longer_up_to_a_day() -> None:
    bot, now, rests = OneTooMany(), 0, []
    bot.went_well("lan")

    for _ in range(6):
        rest = bot.rest("lan", now=now)
        now += int(rest * 1000)
        rests.append(rest / 60)

    assert rests == [15, 60, 240, 960, 1440, 1440]


def test_several_refused_at_once_make_one_rest() -> None:
    bot = OneTooMany()
    bot.went_well("lan")

    rests = [bot.rest("lan", now=now) for now in (0, 1000, 899_000)]

    assert rests == [900, 899, 1]


def test_after_one_that_arrived_the_next_rest_is_short_again() -> None:
    bot = OneTooMany()
    bot.went_well("lan")
    bot.rest("lan", now=0)

    bot.went_well("lan")

    assert bot.rest("lan", now=HOUR) == 900


def test_a_clock_set_back_makes_no_rest_of_years() -> None:
    bot = OneTooMany()
    bot.went_well("lan")
    bot.rest("lan", now=10_000 * HOUR)

    assert bot.rest("lan", now=0) == 3600
