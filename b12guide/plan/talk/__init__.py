"""The conversation about a plan: what a message does to it in the state it is in, and what is said."""
