"""What every answer of the desk tells the browser: keep nothing, run nothing of others."""

import pytest

from tests.bot.desk.office import DeskSite, Staff, at


@pytest.mark.parametrize("path", ["/ban", "/ban/dang-ky", "/ban/viec-cho"])
async def test_no_page_of_the_desk_is_kept_or_framed(
    site: DeskSite, hanh: Staff, path: str
) -> None:
    async with at(site) as stranger:
        for staff in (hanh, stranger):
            async with staff.session.get(f"{site.url}{path}") as answer:
                headers = answer.headers

            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "same-origin"
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
            assert headers["X-Content-Type-Options"] == "nosniff"
