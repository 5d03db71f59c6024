"""One vault file on one disk: save, back up, lock, heal.

What holds at every moment:
1. the vault's path holds a whole old or a whole new file, at every moment;
2. what is written was opened again with the keys in use before it replaced anything;
3. nothing in clear ever touches the disk;
4. an edit that could not be saved stays in memory, and is said so.

Another copy is found beside the vault (`conflicts.py`), opened by the keys in use
(`reopening.py`), and what both come from among the backups (`ancestor.py`).

A damaged file is healed in memory when it is read (`reading.py`, `repair.py`), and on
the disk when it is saved or the owner agrees (`renew.py`).

What this device saw of each vault is noted in a folder of the device's own, so that an
older copy is known again (`seen.py`); so is where its second set of backups goes
(`second.py`).
"""
