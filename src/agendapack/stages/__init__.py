"""The stages: pure functions from typed values to typed values. They import neither each other nor a PDF library."""
