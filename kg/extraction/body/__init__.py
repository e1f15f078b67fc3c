"""Mentions of bodies and states, and which of them are one."""
