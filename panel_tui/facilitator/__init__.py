"""The wall's application and what the facilitator's keys lead to."""
