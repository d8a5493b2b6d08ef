"""OpenMetadata as code: what is declared against what a server holds, and the way from one to the other.

    manifest → loading → catalogue (contradictions)      what is declared: read, checked, by name, in order
    server → observing                      what the server has of it, in few requests
    comparing (merging, connections, spelling, renaming) → deciding → planning     what would be done
    destroying (contents)                   what would be deleted, and what would go with it
    plan                                    the result, and the way to carry it out
    executing (connecting, freshness), together     one change; many new entities in one call
    applying → outcomes                     all changes, what became of them
    permissions                             what the user of the token may not do
    drifting                                what became of what is declared, and who did it
    exporting                               the other way: what a server holds, as documents and files
    saving (fingerprints, private_files)    a plan in a file, applied later if the server is still the same
    secrets                                 where passwords come from, and whether they changed
    reports · commands                      for people and for programs

What "the same" means is defined in `client.differences`, which updates of the client stand on, too.
"""
