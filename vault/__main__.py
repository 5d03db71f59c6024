"""`python -m vault`: the command line, without a window."""

import sys

from vault.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
