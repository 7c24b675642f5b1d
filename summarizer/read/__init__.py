"""Paths, addresses and archives to documents."""
