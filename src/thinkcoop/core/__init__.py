"""The rules of Think.Coop: values in, values out. No clock, chance, disk or network here."""
