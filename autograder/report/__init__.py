"""Pages made from records: feedback for students, a summary of the class.  Nothing is run here."""
