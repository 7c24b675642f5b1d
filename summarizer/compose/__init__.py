"""Selected sentences to a briefing."""
