"""Ties between bodies."""
