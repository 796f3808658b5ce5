"""agendapack: a UK council's agenda pack in, its records out."""

__version__ = "0.1.0"
