//! Errors with their causes.

use std::error::Error;

/// The text of an error and of all its causes, joined by colons: the outermost alone mostly says no
/// more than that there is no connection.
pub fn causes(error: &dyn Error) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(cause) = next {
        let text = cause.to_string();
        // A wrapper that shows its cause says nothing of its own.
        if texts.last().is_none_or(|last| !last.ends_with(&text)) {
            texts.push(text);
        }
        next = cause.source();
    }
    texts.join(": ")
}

/// The first cause of this type.
pub(crate) fn find_cause<'e, T: Error + 'static>(
    error: &'e (dyn Error + 'static),
) -> Option<&'e T> {
    let mut next = Some(error);
    while let Some(cause) = next {
        if let Some(found) = cause.downcast_ref() {
            return Some(found);
        }
        next = cause.source();
    }
    None
}
