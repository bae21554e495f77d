"""A session that runs: the room, the wall over it and what works in the background; and its rehearsal."""
