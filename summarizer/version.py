"""The version, in one place: the package's metadata and the signature of every briefing take it from here."""

VERSION = "0.6.0"
