"""Teaching the encoder: what it learns from, and how. Only `make tune` needs this."""
