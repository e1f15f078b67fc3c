"""The text laid open: lines, blocks, sentences, tokens; nothing of it ever moves."""
