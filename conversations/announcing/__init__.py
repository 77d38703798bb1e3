"""Announcements of an office: written, looked at before they go, and how far they got."""
