"""What one member sees in the hand: a view goes in, a page of plain HTML comes out."""
