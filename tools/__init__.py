"""What `make` runs that is not part of the program."""
