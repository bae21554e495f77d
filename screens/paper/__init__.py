"""What is printed; equal in rank to the phone."""
