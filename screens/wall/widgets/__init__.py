"""The parts posters are made of."""
