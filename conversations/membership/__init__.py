"""The people of units: who belongs to them, as what, and how that changes."""
