"""Quality figures: one command a figure, each with a floor."""
