"""What holds for all tests: Hypothesis judges properties, not how long an example took on a busy machine."""

from hypothesis import settings

settings.register_profile("fazhi", deadline=None)
settings.load_profile("fazhi")
