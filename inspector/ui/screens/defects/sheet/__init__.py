"""The sheet of one defect."""
