"""`agendapack` and `python -m agendapack`: the command line, interrupted at any moment without a traceback."""

import gc
import os
import signal

from agendapack.interrupts import Ended, raised

BETWEEN_SEARCHES = 200_000
"""Objects made between two searches for garbage that refers to itself. Hardly anything here does: by Python's own setting (700) a
twentieth of a start goes into such searches. To start makes less than half as many."""


def main() -> None:
    """The entry point of the program."""
    gc.set_threshold(BETWEEN_SEARCHES)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look through every package that is installed
    try:
        with raised():
            from agendapack.cli import main as run  # noqa: PLC0415 - an interrupt while it is loaded counts too

            run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Ended as ended:
        raise SystemExit(ended.exit_status) from None
    finally:
        gc.freeze()  # else the interpreter's end begins with one more search, through all that there is
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to put away: no traceback from the interpreter's end


if __name__ == "__main__":
    main()
