"""What somebody keeps beside their plan: how it went, what to bring to the appointment, and when to be reminded.

Values in, values out: no Rasa, no clock, no wording of its own. What is said comes as a function (`Say`).
"""
