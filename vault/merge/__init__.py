"""Two copies of one vault become one: three-way by field, and nothing typed is lost."""
