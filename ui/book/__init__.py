"""The picture book: every page of the window, drawn without a screen, to be looked at.

`sparekey tour` draws the typical pictures, `--book` all looks and fills. Tests walk the
same routes, so that no page escapes the audits.
"""
