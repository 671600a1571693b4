"""From phases and one known date to the dates of doses. Reads no words."""
