"""The front door: the window, or with a command the command line. Only the one used is loaded."""

import multiprocessing
import os
import sys


def main() -> int:
    """Open the window, or do what the command says; give the exit code."""
    multiprocessing.freeze_support()
    from inspector.cli.parsing import window_options

    options = window_options(sys.argv[1:])
    if options is None:
        from inspector.cli.main import run

        return run()
    from inspector.cli.session import named_folder
    from inspector.ui.main import main as open_window

    return open_window(named_folder(options.workspace, os.environ), options.language)


if __name__ == "__main__":
    sys.exit(main())
