"""Lists with known truth, made up."""
