"""Tuning: the large encoder to be the second reader, the small one to tell our questions apart and, once more, to hear
plans; what each learns from, and how. Only `make tune`, `make tune-questions` and `make tune-talk` need this."""
