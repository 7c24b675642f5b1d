"""Score sentences, tell which say the same, and select: all of it on numbers, not on texts."""
