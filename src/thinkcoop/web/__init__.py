"""HTTP in, HTML out: what phones, tables, the wall and the convener see and send."""
