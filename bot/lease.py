"""How long a row is somebody's to send."""

MS = 60_000
CALL_MS = 35_000  # the longest call of a channel: what has less left of its lease is not begun
