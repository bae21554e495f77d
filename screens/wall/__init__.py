"""The wall: what the room sees on the projector. One screen, three bands, a poster a moment."""
