"""What the wall shows, as values; no seat's value, and of an open round nothing but its count."""
