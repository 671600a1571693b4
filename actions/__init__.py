"""Rasa actions: from the tracker to the core and back to messages. No arithmetic and no wording here."""
