"""Laws that hold for every payload: schema, model and sandbox agree about it, and nothing of it is lost."""
