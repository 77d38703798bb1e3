"""What the pictures of the guides are taken of and with."""
