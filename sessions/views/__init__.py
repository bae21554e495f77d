"""What may be seen by whom. A screen gets a view, never the state: what is not in a view cannot be shown."""
