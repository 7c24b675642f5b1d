"""The two commands: options to one call, and its result to the screen or a file."""
