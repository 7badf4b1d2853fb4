"""The preview: a live page for translators, served to a browser on this machine."""

from leafletpress.preview.session import DEFAULT_PORT, Session, open_session
from leafletpress.preview.view import View

__all__ = [
    "DEFAULT_PORT",
    "Session",
    "View",
    "open_session",
]
