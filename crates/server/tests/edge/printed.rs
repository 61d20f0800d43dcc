//! What the program prints, with what differs from run to run replaced.

/// Times become `TIME`, key ids `KEY`, MiB `N`; then each of `known` its second text.
pub(crate) fn settled(printed: &str, known: &[(&str, &str)]) -> String {
    let mut text = printed.to_owned();
    for (from, to) in known {
        text = text.replace(from, to);
    }
    let words: Vec<String> = text
        .split_inclusive(|letter: char| letter.is_whitespace() || "\",;".contains(letter))
        .map(word)
        .collect();
    words.concat()
}

fn word(word: &str) -> String {
    let end = word
        .trim_end_matches(|letter: char| letter.is_whitespace() || "\",;.".contains(letter))
        .len();
    let (bare, rest) = word.split_at(end);
    let is = |pattern: &str| {
        bare.len() == pattern.len()
            && bare.bytes().zip(pattern.bytes()).all(|(byte, kind)| match kind {
                b'9' => byte.is_ascii_digit(),
                b'f' => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
                kind => byte == kind,
            })
    };
    if is("9999-99-99T99:99:99Z") {
        format!("TIME{rest}")
    } else if is("ffffffffffffffff") {
        format!("KEY{rest}")
    } else {
        word.to_owned()
    }
}
