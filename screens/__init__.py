"""What people see: wall, phone and paper. They draw a view and send a wish."""
