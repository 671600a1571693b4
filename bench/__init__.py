"""Measurements of the running product: how fast, how large, and against what."""
