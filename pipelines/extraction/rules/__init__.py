"""Which words state which indicator: the rule files (*.yaml, one a domain), compiled and matched.

Here belongs what a rule says and when it fits. Not here: context, which holds for every rule alike.
"""
