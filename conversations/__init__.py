"""What is said, conversation by conversation, each read top to bottom as it is spoken."""
