"""Cleaned documents to sentences, and what their wording tells."""
