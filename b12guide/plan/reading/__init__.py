"""From words to a plan's phases and dates as they were said: tokens, grammar, what is asked. Counts no dose."""
