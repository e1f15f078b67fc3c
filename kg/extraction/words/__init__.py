"""Words known beforehand: the tables of the lexicon, and how their forms are found in a text."""
