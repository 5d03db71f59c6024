"""Other programs: bytes of a stranger's file → a plan of changes, and the way back.

Nothing here touches a disk. Every importer is strict about bytes and generous about
words, and whatever it does not take it notes: nothing is ever dropped silently.
"""
