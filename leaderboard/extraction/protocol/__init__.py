"""The conditions that decide what a number may be compared with: zero-shot, few-shot, compressed, under attack, ..."""
