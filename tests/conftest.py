"""Laws are tested for what they say, not for how fast a busy machine is."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
