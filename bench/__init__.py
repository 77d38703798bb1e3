"""How many messages a second, beside a plain bot of the same library, in one run."""
