"""What a message means in its conversation: the state that is kept, and who takes the message. No Rasa in here."""

from .decide import decide
from .decision import Decision, Step
from .state import State

__all__ = ["Decision", "State", "Step", "decide"]
