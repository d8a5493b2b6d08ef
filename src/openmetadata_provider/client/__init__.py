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
    transport      httpx, sync and async                        known      what was learned about the server
    settings       host, timeout, environment                   secret     the token
    bindings       generated code, found by name

A verb's work is written once as `Steps`: a generator that yields a Request, gets the Response sent in (or yields a
Pause and is slept for), and returns the result. `Connection.run` and `AsyncConnection.run` are the only places where
the two flavours differ.
"""
