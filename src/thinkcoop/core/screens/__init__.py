"""What each phone, table device, wall and convener sees, as data: pure functions of a state.

A screen holds module texts in the module's own language and keys of the product's phrases; the
web puts both into the reader's language. Two people who must do the same thing get equal screens,
so that a screen is drawn once and sent to many: nothing on it says whose phone it is on.
"""
