"""Recipes for the pictograms: each module with PICTURES is drawn by tools/draw_pictures.py."""
