"""What the wall asks the facilitator: one question a card, each giving back an answer or nothing."""
