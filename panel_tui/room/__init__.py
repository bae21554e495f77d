"""The live room: where commands are carried out, and what is known in memory only."""
