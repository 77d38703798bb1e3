"""Invented units, people and entries to try everything on, marked as such in the database."""
