from bot.ways_in import apps, links


def test_a_code_opens_telegram_at_the_bot() -> None:
    assert links({"telegram": "kheo_bot"}, "7K3M2P9T4X") == [
        ("Telegram", "https://t.me/kheo_bot?start=7K3M2P9T4X")
    ]


def test_nobody_is_led_to_a_bot_whose_name_is_not_known_yet() -> None:
    assert links({"telegram": ""}, "7K3M2P9T4X") == links({}, "7K3M2P9T4X") == []


def test_invitations_name_the_apps_there_are() -> None:
    assert apps({"web", "telegram"}) == ("Telegram",)
    assert apps({"web"}) == ()
