"""How long a row is somebody's to send: longer than the longest call of a channel."""

MS = 60_000
