"""How much of a text is read, and where, in characters. Nothing is imported here: settings are checked with it."""

from __future__ import annotations

# What is accepted, all of which the rules read: where there is more, its beginning and, since people end with what
# matters, its end. The answer then says that it was not read whole.
ACCEPTED, OF_THE_END = 16_000, 4_000
# Up to so many a text is read where it is: that takes a few milliseconds.
SHORT = 400
