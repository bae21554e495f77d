"""The opening screen: the panel days on this laptop, and what can be done with them."""
