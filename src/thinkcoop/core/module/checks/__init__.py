"""The checks that look beyond the shape of single values. Each reads a draft and tells."""
