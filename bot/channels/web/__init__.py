"""The web chat: a page of our own, for any phone with a browser, without an account."""
