"""The secret ballots of the open round, in two halves: one on this laptop's disk, one on each member's phone.

Neither half says anything alone: each is as random as chance itself. Together they give a ballot back after a crash.
"""

from panel_tui.room.ballots.ballots import Ballots
from panel_tui.room.ballots.box_file import BoxFile
from panel_tui.room.ballots.shares import Half

__all__ = ["Ballots", "BoxFile", "Half"]
