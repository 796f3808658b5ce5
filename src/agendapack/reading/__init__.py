"""From the bytes of a PDF to a `Document`."""
