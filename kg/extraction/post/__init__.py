"""Titles, whose they are, and in which body."""
