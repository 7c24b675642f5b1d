"""Processes on this machine that share work, and results in the order of the work."""
