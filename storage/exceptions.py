"""What can go wrong with the stored data, named by cause; the texts are for people."""


class StorageError(Exception):
    """Base of all errors of this package."""


class KeyringError(StorageError):
    """The keys in the settings or in the key file cannot be used; never tells key bytes."""


class DecryptionError(StorageError):
    """A stored value is damaged, stands in a wrong row, or its key is missing."""


class DatabaseError(StorageError):
    """The database cannot be used."""


class DatabaseUnavailableError(DatabaseError):
    """Cannot be reached or opened, is locked, or has no space left."""


class DatabaseReadOnlyError(DatabaseError):
    """Can be read and not written."""


class DatabaseDamagedError(DatabaseError):
    """Not a database, or its pages contradict each other."""


class SchemaTooOldError(DatabaseError):
    """Made by an older version of this program, or not made yet."""


class SchemaTooNewError(DatabaseError):
    """Made by a newer version of this program."""


class KeyMismatchError(DatabaseError):
    """None of the keys opens this database."""
