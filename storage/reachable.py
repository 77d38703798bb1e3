"""Whether somebody can be told anything at an address `a`, as far as anybody knows."""

# Its bot, if it is one of several, is there and its token is known.
LIVE = """NOT EXISTS (SELECT 1 FROM bots b
    WHERE b.channel = a.channel AND b.bot = a.bot AND b.refused_at > 0)"""
OPEN = f"a.state = 'open' AND {LIVE}"
