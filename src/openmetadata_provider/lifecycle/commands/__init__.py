"""The commands `omp plan`, `apply`, `destroy` and their kin."""
