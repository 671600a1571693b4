"""Understanding a message: text in, what it says by itself out, once a message.

`Understander.understand` is the one way in. It knows neither Rasa nor a conversation: what a message means where it
stands (a reply to an open question, a warning that stands) is the conversation's business.
"""

from .acts import Act
from .understand import Bars, Understander, Understanding
from .verdict import Verdict

__all__ = ["Act", "Bars", "Understander", "Understanding", "Verdict"]
