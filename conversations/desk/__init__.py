"""The words of the desk, page by page."""
