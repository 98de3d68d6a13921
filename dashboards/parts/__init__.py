"""What pages are made of: each part draws one thing, asks the database for what it shows, and can stand on any page."""
