"""Meetings of units: made, moved, called off, replied to."""
