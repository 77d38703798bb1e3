"""What a bot is called."""


def called(told: object) -> str:
    """Return the name in what Zalo tells of a bot, "" where it tells none."""
    known = told if isinstance(told, dict) else {}
    return str(known.get("display_name") or known.get("account_name") or "")
