"""What is done to a session that does not run: print, verify, rescue, seal."""
