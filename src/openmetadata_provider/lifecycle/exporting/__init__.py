"""What a server holds, as files that declare it.

    selecting → reading                      what was asked for, read in few requests
    properties → connection → checking       one entity as a document: no I/O
    mirroring → untangling                   what is told once, and circles that no order of creation fits
    naming                                   of variables and of files
    export → yaml_text · files               the result, as text and on disk

What is exported validates and plans as "no changes", and holds no secret.
"""
