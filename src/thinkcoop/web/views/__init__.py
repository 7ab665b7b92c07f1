"""Pages: a request in, a whole page out. Everything that works without JavaScript is here.

Views are coroutines and never ask the database: what they show hangs in memory, and what they
change is put to the writer.
"""
