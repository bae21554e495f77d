"""What a day is made of before it runs, its default agenda and load; and what a folder edited since says otherwise."""
