"""The arithmetic, on values alone: it never sees the state, an event or a command."""
