"""What the commands of ``fazhi`` do, one module each, imported only when the command is called.

Here belongs what a person sees on the terminal. Not here: the work itself.
"""
