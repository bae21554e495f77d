"""The facilitator's private view in a second terminal, over a listener of its own on this laptop alone."""
