"""Documents from the web, politely: one address at a time, within limits, never from a private network.

``addresses``  which hosts may be reached, after their names are resolved
``visiting``   one request, its redirects, and their limits
``robots``     what a site asks of programs, and how long to wait between two requests
"""

from kg.fetching.addresses import Network, network
from kg.fetching.robots import Manners
from kg.fetching.visiting import Limits, Visit, Visitor

__all__ = ["Limits", "Manners", "Network", "Visit", "Visitor", "network"]
