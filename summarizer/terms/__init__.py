"""Sentences to terms: tokens as integers, and TF-IDF."""
