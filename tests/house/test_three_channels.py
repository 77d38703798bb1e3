"""The page that shows a registration on every channel shows it as it is."""

from scripts.three_channels import PAGE, page


def test_the_page_of_three_channels_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page()
