"""Prose to sentences, each with its offsets."""

from summarizer.split.boundaries import split_spans

__all__ = ["split_spans"]
