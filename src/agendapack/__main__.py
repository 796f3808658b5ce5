"""`agendapack` and `python -m agendapack`: the command line, interrupted at any moment without a traceback."""


def main() -> None:
    """The entry point of the program."""
    try:
        from agendapack.cli import main as run  # noqa: PLC0415 - an interrupt while it is loaded counts too

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
