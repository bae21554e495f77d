"""The manual on a screen: what a topic is, how words are found in it, and the card it is read on."""
