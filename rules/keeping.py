"""How long what is kept is kept; then it goes by itself."""

import datetime as dt

INBOX_DAYS = 30  # ids of messages, and what was said in those that failed
TEXT_DAYS = 90  # what was said by the assistant, and to it on the web page
HELP_DAYS = 90  # words to a human, once they were seen to
TRIES_DAYS = 7  # tries of codes
CODE_DAYS = 30  # codes that have expired
REFUSED_DAYS = 30  # photos that were not taken
PHOTO_DAYS = 90  # photos in no registration and no draft
DESK_DAYS = 7  # sessions of the desk and links to it, long since closed
SUMMARY_DAYS = 7  # tables an office took, as long as files made of them can be had
ANNOUNCEMENT_DAYS = 730  # announcements, as long as what the planner decided of them
REASON_DAYS = 31  # after the meeting: why somebody was away
MEETING_DAYS = 730  # meetings, and who came
REMINDING_DAYS = 730  # what people put off or answered, what is said of paper, reminders by hand
METER_YEARS = 2  # before this one: what bots said and heard in a month
STRANGER_DAYS = 90  # who wrote, never agreed and did not come back
TERM_YEARS, ENTRY_YEARS = 5, 5  # emulation is planned in terms: 2021-2025, 2026-2030


def has_to_be_kept(period_end: int, today: dt.date) -> bool:
    """Return whether a period that ended with a year, 0 for none, ended too recently to forget."""
    return period_end + ENTRY_YEARS >= today.year


def oldest_round(today: dt.date) -> int:
    """Return the earliest round still kept: its term ended at most ENTRY_YEARS years ago."""
    last_term = today.year - ENTRY_YEARS
    return (last_term + TERM_YEARS - 1) // TERM_YEARS * TERM_YEARS - TERM_YEARS + 1
