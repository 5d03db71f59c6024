"""The window: pages that show, controllers that ask `vault.app`, one thread that works.

Floors inside, each importing only those below: application, main_window, controllers
and menus, views and dialogs and actions, models and widgets, workers, shared.
"""
