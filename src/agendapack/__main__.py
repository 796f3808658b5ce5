"""`agendapack` and `python -m agendapack`: the command line, interrupted at any moment without a traceback."""

import signal

from agendapack.interrupts import Ended, raised


def main() -> None:
    """The entry point of the program."""
    try:
        with raised():
            from agendapack.cli import main as run  # noqa: PLC0415 - an interrupt while it is loaded counts too

            run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Ended as ended:
        raise SystemExit(ended.exit_status) from None
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to put away: no traceback from the interpreter's end


if __name__ == "__main__":
    main()
