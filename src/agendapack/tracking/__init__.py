"""The parts of tracking: where recommendations are seen, which of them are the same, and what became of each."""
