"""The client: typed calls in, HTTP requests out. The only package that imports httpx.

    openmetadata   the two client classes                       default    configure() and the default client
    resource       typed verbs of a collection, both flavours   verb       a verb that works on the class, too
      reading · writing · changing · deleting                   those every collection has, by theme
      social · assets                                           those that some collections have
    operations     what the verbs do, without I/O; larger ones have a module of their own:
      bulk · paging · history · conflicts                       many rows, lists, versions, a name that is taken
      updating → wanted → differences → patching                an update, from what is wanted to a JSON Patch
      removal                                                   background deletion, restoring
    canonical      a request body as the server wants it        references, plurals, tags   its three parts
    entity_types   where each type of entity lives              server_version   on which names depend
    progress       reports of long operations
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

A verb's work is written once as `Steps`: a generator that yields a Request, gets the Response sent in (or yields a
Pause and is slept for), and returns the result. `Connection.run` and `AsyncConnection.run` are the only places where
the two flavours differ.
"""
