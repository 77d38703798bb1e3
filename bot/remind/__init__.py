"""What is said by itself: planned from the rules, once, at a human hour, and accounted for."""
