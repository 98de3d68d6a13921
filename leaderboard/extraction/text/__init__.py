"""The text before anything is read in it: typographic damage repaired, sentences cut."""
