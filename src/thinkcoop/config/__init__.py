"""Where everything is put together: settings, adapters and the command line."""
