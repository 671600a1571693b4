"""One class a channel, on one safe base: whoever writes, from wherever, gets the same care."""
