"""The words: the registry's word files, the vocabulary that the lexer looks phrases up in, shapes of names, tags."""
