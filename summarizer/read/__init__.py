"""Paths, addresses and archives to documents; `documents.read_documents` is the entrance."""
