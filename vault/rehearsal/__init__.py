"""What leads back to what, and what is left when something is lost.

`build` reads a vault, `lockout` loses things, `single` tries each loss, `circles` names
what recovers only through itself, `mend` says what to add. Nothing here has words.
"""
