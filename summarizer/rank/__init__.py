"""Score sentences, tell which say the same, and select; texts are read through `CloseReader` only."""
