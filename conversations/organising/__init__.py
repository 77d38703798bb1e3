"""Conversations of the office about units: what they are called, where they stand, how they end."""
