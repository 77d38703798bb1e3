from bot.ways_in import apps, links


def test_a_code_opens_telegram_at_the_bot() -> None:
    assert links({"telegram": "kheo_bot"}, "7K3M2P9T4X") == (
        ("Telegram", "https://t.me/kheo_bot?start=7K3M2P9T4X"),
    )


def test_a_code_opens_zalo_first_with_the_words_ready_to_be_sent() -> None:
    zalo, _ = links({"telegram": "kheo_bot", "zalo": "1459"}, "7K3M2P9T4X")

    assert zalo == ("Zalo", "https://zalo.me/1459?text=DANG%20KY%207K3M2P9T4X")


def test_at_a_computer_zalo_is_opened_by_its_page() -> None:
    (zalo,) = links({"zalo": "1459"}, "7K3M2P9T4X", computer=True)

    assert zalo == ("Zalo", "https://chat.zalo.me/?c=1459&text=DANG%20KY%207K3M2P9T4X")


def test_nobody_is_led_to_a_bot_whose_name_is_not_known_yet() -> None:
    assert links({"telegram": ""}, "7K3M2P9T4X") == links({}, "7K3M2P9T4X") == ()


def test_invitations_name_the_apps_there_are() -> None:
    assert apps({"web", "telegram"}) == ("Telegram",)
    assert apps({"telegram", "zalo"}) == ("Zalo", "Telegram")
    assert apps({"web"}) == ()
