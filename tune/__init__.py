"""Tuning: the large encoder to be the second reader, the small one to hear plans and tell our questions apart; what
each learns from, and how. Only `make tune` and `make tune-talk` need this."""
