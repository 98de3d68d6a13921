"""The rules of `rules.txt`: their file, their patterns, and how they read a sentence."""
