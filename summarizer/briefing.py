"""The finished briefing, with the ways to show it and to read it from JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar

from summarizer.datamodel import BriefingContent, BriefingItem, Counts, Passage, Signature, Skipped, Source
from summarizer.options import SummaryOptions
from summarizer.render import render_frame, render_html
from summarizer.render.commonmark import render_markdown
from summarizer.render.explanation import render_explanation
from summarizer.render.json import render_json, to_dict
from summarizer.render.text import render_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Briefing(BriefingContent):
    """The sentences that the articles together hold central, each with its sources.

    `print(briefing)` shows it as text, a notebook as Markdown. Two briefings are equal when they say the same;
    `Briefing.from_json(briefing.to_json()) == briefing`.
    """

    def __str__(self) -> str:
        return render_text(self).rstrip("\n")

    def _repr_markdown_(self) -> str:
        return render_markdown(self)

    def _repr_html_(self) -> str | None:
        return render_frame(self) if self.evidence else None

    def to_text(self, width: int = 80, *, all_sources: bool = False) -> str:
        """The briefing as plain text in lines of at most `width` columns.

        Without `all_sources`, of more than twenty sources those that nothing was taken from are only counted.
        """
        return render_text(self, width, all_sources=all_sources)

    def to_markdown(self, *, all_sources: bool = False) -> str:
        """The briefing as CommonMark, safe to publish: nothing from a source is markup in it.

        Without `all_sources`, of more than twenty sources those that nothing was taken from are only counted.
        """
        return render_markdown(self, all_sources=all_sources)

    def explain(self, width: int = 80) -> str:
        """Why these sentences, and why not the nearest others, as plain text.

        Raises
        ------
        EvidenceError
            The briefing was read from JSON, or made with ``evidence=False``.
        """
        return render_explanation(self, width)

    def to_html(self) -> str:
        """The briefing as a page with its evidence: each sentence in its article, and why not the nearest others.

        Raises
        ------
        EvidenceError
            The briefing was read from JSON, or made with ``evidence=False``.
        """
        return render_html(self)

    def to_json(self) -> str:
        """The briefing as indented JSON; examples/json.md says which keys it has."""
        return render_json(self)

    def to_dict(self) -> dict[str, Any]:
        """The contents of the JSON as dicts and lists."""
        return to_dict(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Briefing:
        """The briefing that `to_json` wrote; bytes are in UTF-8, UTF-16 or UTF-32.

        Raises
        ------
        KeyError, TypeError, ValueError
            The text is not such a briefing.
        """
        content = json.loads(text)
        return cls(
            headline=content["headline"],
            items=tuple(
                _checked(
                    BriefingItem(
                        **{**item, "also_in": tuple(_checked(Passage(**passage)) for passage in item["also_in"])}
                    )
                )
                for item in content["items"]
            ),
            sources=tuple(_checked(Source(**source)) for source in content["sources"]),
            skipped=tuple(Skipped(**skipped) for skipped in content["skipped"]),
            signature=Signature(
                version=content["signature"]["version"],
                options=SummaryOptions(**content["signature"]["options"]),
                counts=Counts(**content["signature"]["counts"]),
            ),
        )


_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("source", "start", "end", "id"), (int,)),
    "text": (str,),
    "path": (str, type(None)),
}


def _checked(part: T) -> T:
    """Return a part of a briefing whose places and texts have the types that looking them up needs.

    Raises
    ------
    TypeError
        One of them is of another type.
    """
    for name, types in _TYPES.items():
        value = getattr(part, name, None)
        if hasattr(part, name) and (not isinstance(value, types) or isinstance(value, bool)):
            raise TypeError(f"{type(part).__name__}.{name} is {type(value).__name__}")
    return part
