"""Galena and its peers on the same tables, each in a process of its own."""
