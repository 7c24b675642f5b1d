"""The version, in one place: the package metadata and every briefing's signature read it here."""

VERSION = "0.3.0"
