//! Many requests at once: exactly one legal outcome each.
