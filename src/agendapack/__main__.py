"""`python -m agendapack` is the same as `agendapack`."""

from agendapack.cli import main

if __name__ == "__main__":
    main()
