"""The one room that touches the network: addresses in, what they answer out, politely and from public hosts
alone. Nothing about what an article is."""

from claims.fetch.addresses import shown_address
from claims.fetch.model import Manners

__all__ = ["Manners", "shown_address"]
