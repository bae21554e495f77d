"""How often Textual looks whether a driven screen has come to rest.

After each key it does so twice, every 20 ms, which is most of what such a test takes. Looking more often changes
nothing else; where a later Textual has another way, this does nothing.
"""

from textual import _wait

_EVERY = 1 / 100  # seconds


def look_often() -> None:
    """Let this process look more often."""
    _wait.SLEEP_GRANULARITY = _EVERY
    _wait.SLEEP_IDLE = _EVERY / 20
