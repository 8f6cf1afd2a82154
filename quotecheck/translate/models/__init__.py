"""Translation models on this machine: which are there, which are missing, how to get and remove them."""

from __future__ import annotations

from quotecheck.translate.models.doctor import Diagnosis, EmbedderHealth, diagnose
from quotecheck.translate.models.installed import Model, installed, remove
from quotecheck.translate.models.obtain import install

__all__ = ["Diagnosis", "EmbedderHealth", "Model", "diagnose", "install", "installed", "remove"]
