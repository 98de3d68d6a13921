"""Whose number it is: the paper's own system, its title, subjects, competitors, background."""
