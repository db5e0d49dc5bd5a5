"""What all screens share: jobs, change notices, dialogs, style and widgets."""
