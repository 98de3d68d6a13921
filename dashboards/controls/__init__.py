"""What people set on a page: each control reads its value from the address, writes it back, and returns it."""
