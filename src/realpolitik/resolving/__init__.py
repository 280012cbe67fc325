"""From mentions as said to actors, days, places and amounts."""
