"""Packs of councils that do not exist, each typeset from a seed together with the record a careful reader would make of it."""
