"""Mentions of people, and which of them are one."""
