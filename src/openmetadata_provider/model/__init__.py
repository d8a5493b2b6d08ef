"""What the generated models are made of: their base class and the few types that pydantic does not have.

The generated modules import from here by full path; users import their models from the bindings.
"""
