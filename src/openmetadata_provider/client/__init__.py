"""The client: typed calls in, HTTP requests out. The only package that imports httpx.

    openmetadata   the two client classes                       default    configure() and the default client
    resource       typed verbs of a collection, both flavours   verb       a verb that works on the class, too
    operations     what each verb does, without I/O             bulk, paging   the two larger ones
    canonical      a request body as the server wants it        domains, owners, tags   its three parts
    exchange       Request, Response, Payload, Steps            answers    an answer into JSON or an error
    wire           models into JSON and back                    fqn        names and how they are quoted
    transport      httpx, sync and async                        known      what was learned about the server
    settings       host, timeout, environment                   secret     the token
    bindings       generated code, found by name

A verb's work is written once as `Steps`: a generator that yields a Request, gets the Response sent in, and returns
the result. `Connection.run` and `AsyncConnection.run` are the only places where the two flavours differ.
"""
