"""The proof that nothing is lost: a real service killed again and again while people register."""
