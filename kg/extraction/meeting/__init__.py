"""Mentions of meetings, which of them are one, and meetings that only a verb tells of."""
