"""Units of a law read as clauses: their words and terms, and what each clause does with them."""
