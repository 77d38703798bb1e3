"""A year of reminders, gone through in seconds with the real planner on a database of its own."""
