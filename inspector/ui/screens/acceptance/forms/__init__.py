"""The list of papers, the batch of all buildings, and looking a paper up."""
