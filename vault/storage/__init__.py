"""One vault file on one disk: save, back up, lock.

What holds at every moment:
1. the vault's path holds a whole old or a whole new file, at every moment;
2. what is written was opened again with the keys in use before it replaced anything;
3. nothing in clear ever touches the disk;
4. an edit that could not be saved stays in memory, and is said so.

Repair, merge, conflict copies and the memory of what this device has seen come later;
their places are `repair.py`, `conflicts.py` and `seen.py`.
"""
