"""A sentence as nodes: lexing, words with two meanings, noun phrases."""
