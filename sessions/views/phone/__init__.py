"""What one member's phone shows, as values: that seat's own answers only."""
