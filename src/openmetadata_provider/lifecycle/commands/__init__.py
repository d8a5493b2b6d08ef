"""The commands `omp plan`, `apply`, `destroy` and their kin.

    plan · apply · destroy          one command each: its options, and in which order things happen
    options · given                 options they share; the files or the saved plan that they are given
    session                         what a run of a command has: connection, progress, signals, where it writes
    carrying                        a plan carried out, with questions, progress and a report at the end
    progress · asking · stopping    a bar or lines; yes or no; Ctrl-C
    problems                        errors into text and exit statuses

Modules are imported when a command needs them, not before: `omp plan --help` is to be quick.
"""
