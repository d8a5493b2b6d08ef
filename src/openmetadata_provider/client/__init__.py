"""The client: typed calls in, HTTP requests out. The only package that imports httpx.

    openmetadata   the two client classes                       default    configure() and the default client
    resource       typed verbs of a collection, both flavours   verb       a verb that works on the class, too
    operations     what each verb does, without I/O             bulk, paging   the two larger ones
    canonical      a request body as the server wants it        domains, owners, tags   its three parts
    exchange       Request, Response, Payload, Steps            answers    an answer into JSON or an error
    wire           models into JSON and back                    fqn        names and how they are quoted
    transport      the two connections                          messages   to httpx and back: only here and there
    retries        what is sent again, and when                 repeating  the attempts after the first failure
    creating       a POST whose answer was lost                 settling   the same for PATCH and DELETE
    tokens         the token in use                             token_sources, token_servers   where it comes from
    network        proxy, certificates, timeouts                limits     requests at a time, and a second
    observing      log records and the hook                     known      what was learned about the server
    settings       host, options, environment                   secret     texts that do not show themselves
    current_user   whose token it is                            clock      time, for tests to replace
    bindings       generated code, found by name

A verb's work is written once as `Steps`: a generator that yields a Request, gets the Response sent in, and returns
the result. `Connection.run` and `AsyncConnection.run` are the only places where the two flavours differ.
"""
