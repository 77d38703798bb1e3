"""What the server keeps of a secret that somebody else holds."""

import hashlib


def hash_of(secret: str) -> str:
    """Return what is kept of a secret nobody can guess: enough to know it again."""
    return hashlib.sha256(secret.encode()).hexdigest()
