"""Reading: from a document to claims with mentions as said (`reader.Reader`)."""
