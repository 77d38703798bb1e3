"""What is done to the source, not by it."""
