"""What comes of scores and ballots: the list against the pot, and what it may be compared with."""
