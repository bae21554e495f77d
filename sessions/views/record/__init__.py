"""What the record may tell outside the room: the rows of every export, and the story in plain words.

Everything here starts from `tellable`, which takes out what has not been shown, so nothing after it can leak it.
"""

from .account import Account, record_view
from .story import Story, story
from .tellable import tellable
from .written import written

__all__ = ["Account", "Story", "record_view", "story", "tellable", "written"]
