"""Dates as printed, and what they mean against the date of issue."""
