"""Evaluation reports: each module writes one page of `docs/` when it is run."""
