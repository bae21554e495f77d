"""What the program needs of the laptop: clock and chance, addresses, folders, its own process."""
