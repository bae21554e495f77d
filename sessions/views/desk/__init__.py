"""What the facilitator alone sees, and what can be chosen there, as values."""
