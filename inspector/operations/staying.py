"""Who acts here stays on record here.

A laptop whose profile was lost writes under a new key. Once it belongs to an organisation, what it
wrote under the old one is set aside until that is enrolled: the record of its own person too. It
could then neither pack nor ask to be enrolled; so it puts that person on record again.
"""

from inspector.core.people import Person
from inspector.store.office import Office


def own_person(office: Office) -> Person | None:
    """Give the person who acts here, if on record."""
    return office.people.find(office.journal.user_id() or "")


def keep_own_person(office: Office, person: Person | None) -> None:
    """Put who acts here on record again, where the record went with what does not count."""
    if person is not None and office.people.find(person.id) is None:
        office.people.put(person)
