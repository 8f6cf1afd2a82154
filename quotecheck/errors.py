"""The errors a user can see: one clear line each, saying what is wrong, where, and what to do next."""

from __future__ import annotations


class QuotecheckError(Exception):
    """Base of every error raised on purpose.

    Args:
        message: what is wrong, without a final full stop.
        where: file, line or URL it is about, if any.
        hint: what to do next, if anything helps.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle whole: errors travel between processes."""
        return _rebuild, (type(self), self.message, self.where, self.hint)

    def __str__(self) -> str:
        line = f"{self.where}: {self.message}" if self.where else self.message
        return f"{line} ({self.hint})" if self.hint else line


def _rebuild(kind: type[QuotecheckError], message: str, where: str | None, hint: str | None) -> QuotecheckError:
    return kind(message, where=where, hint=hint)


class UsageError(QuotecheckError):
    """Wrong options or configuration."""


class SourceError(QuotecheckError):
    """A source could not be read, or holds no article."""


class TranslatorError(QuotecheckError):
    """A translator could not be started, died, or gave no answer."""


class ModelError(QuotecheckError):
    """A model package could not be found, downloaded, validated, installed or removed."""
