"""The office's table in the chat: its figures, whom to call, a text that reminds."""
