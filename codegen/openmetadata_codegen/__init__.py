"""The generator: JSON Schemas and a manifest in, `{path: text}` out.

The modules are the stages, in order: `manifest` and `load` read, `repair` mends, `naming` names, `build` makes the
specs, `bundle` and `models` and `render` print, `output` writes. `generate` strings them together as a pure function.
"""
