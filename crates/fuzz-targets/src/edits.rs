//! Edits of a text that only the server can create, controlled by the input's bytes: a fuzzer
//! cannot guess sealed or signed data, but it can change it.

/// `text` after the edits in `data`, four bytes each: the kind of edit, the position (two bytes),
/// and a byte to write.
pub(crate) fn edited(text: &str, data: &[u8]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for edit in data.chunks_exact(4).take(16) {
        let &[action, high, low, byte] = edit else { continue };
        let at = usize::from(u16::from_be_bytes([high, low])) % (bytes.len() + 1);
        match action % 6 {
            0 => bytes.insert(at, byte),
            1 => bytes.truncate(at),
            2 => bytes.extend_from_within(at..),
            3 => bytes.rotate_left(at),
            4 if at < bytes.len() => drop(bytes.remove(at)),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
        }
        if bytes.len() > 64 * 1024 {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Splits off the first byte, which selects something; `None` for an empty input.
pub(crate) fn pick(data: &[u8]) -> Option<(usize, &[u8])> {
    data.split_first().map(|(first, rest)| (usize::from(*first), rest))
}

/// The element at `index`, modulo the length.
pub(crate) fn nth<T>(all: &[T], index: usize) -> &T {
    all.get(index % all.len().max(1)).expect("not an empty list")
}
