"""What was agreed beforehand and what people say: frozen values, each checked before it is made."""
