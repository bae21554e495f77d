"""What a panel session is: values and pure functions. No clock, disk, chance or network."""
