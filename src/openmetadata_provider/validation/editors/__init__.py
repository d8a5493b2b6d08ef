"""JSON Schemas of documents as people write them, for editors to complete and check by.

Their verdict is that of `omp validate` on structure. Rules between properties that draft-07 has no words for, and all
checks across documents, are for `omp validate` alone.
"""
