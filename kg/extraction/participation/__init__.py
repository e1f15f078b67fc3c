"""Who took part in which meeting, in what role."""
