"""The two commands: each turns its options into one call, and writes what that returns to the screen or a file."""
