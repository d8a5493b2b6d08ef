"""What stands between here and a server, looked at piece by piece.

findings      what a check found, and what to do about it
configuring   host and token: where they come from
reaching      name, connection, proxy, certificate
serving       the server: what it is, its release, its clock
speaking      the token: whose it is, how long it lasts, what it may read
installed     Python and this package
examining     all of them, in order; what cannot be checked is said to be so
"""
