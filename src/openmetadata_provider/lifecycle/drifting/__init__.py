"""What became of declared entities on the server, and who did it.

planning → findings → history → drift     compared, looked up in the versions, told
"""
