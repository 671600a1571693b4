"""What a message means in its conversation: the state that is kept, and who takes the message. No Rasa in here."""

from .decide import Decision, Step, decide
from .state import State

__all__ = ["Decision", "State", "Step", "decide"]
