"""What people see on a page: each panel draws one thing, asks the database for the rows it shows, and can stand on any page."""
