//! What the program prints, with everything that differs between runs replaced.

/// Times become `TIME` and key ids `KEY`; before that, each pair in `known` is replaced.
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
