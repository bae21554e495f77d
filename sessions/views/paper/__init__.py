"""What is printed, as values."""
