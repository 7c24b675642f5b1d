"""Article prose apart from the furniture of the page around it, in linear time and in any language."""

from summarizer.clean.mark import mark_blocks

__all__ = ["mark_blocks"]
