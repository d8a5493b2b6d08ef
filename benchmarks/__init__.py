"""Speed and size, each figure against its target: `python -m benchmarks [NAME…]`. See README.md beside this file."""
