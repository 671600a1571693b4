"""Tuning the large encoder to be the second reader: what it learns from, and how. Only `make tune` needs this."""
