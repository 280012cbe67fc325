"""One folder that can be copied, queried and trusted."""
