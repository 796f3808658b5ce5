"""The typesetter of the samples: `markup` reads a source, `house` knows the look, `sheets` makes the PDF."""
