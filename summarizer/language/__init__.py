"""What is known of each language, and of scripts."""
