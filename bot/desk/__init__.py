"""The desk: the office's own pages, on a PC, beside the chat."""
