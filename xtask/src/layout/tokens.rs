//! Reads single constructs out of tokens: `use` trees, paths and attributes.

use proc_macro2::{Group, Ident, TokenTree};

/// One leaf of a `use` declaration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// `["a", "b", "C"]` for `use a::{b::C as D}`; a glob ends in `*`.
    pub(super) parts: Vec<String>,
    /// The name in scope, `D` above.
    pub(super) name: String,
    pub(super) line: usize,
}

/// The same tokens without a semicolon at their start: `use a::{b, c};` has one after its braces.
pub(super) fn without_semicolon(tokens: &[TokenTree]) -> &[TokenTree] {
    match tokens {
        [first, rest @ ..] if is_punct(first, ';') => rest,
        _ => tokens,
    }
}

/// Adds the leaves of a `use` tree; `above` is the path before it.
pub(super) fn leaves(above: &[String], tree: &[TokenTree], found: &mut Vec<Import>) {
    for branch in tree.split(|token| is_punct(token, ',')) {
        let mut parts = above.to_vec();
        let mut name = None;
        let mut at = 0;
        let mut rest = branch;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                TokenTree::Ident(word) if word == "as" => {
                    name = after.first().map(ToString::to_string);
                    break;
                }
                TokenTree::Ident(word) => {
                    parts.push(text(word));
                    at = line(word);
                }
                TokenTree::Punct(star) if star.as_char() == '*' => {
                    parts.push("*".to_owned());
                    at = star.span().start().line;
                }
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    leaves(&parts, &inner, found);
                    parts.clear();
                }
                _ => {}
            }
        }
        if let Some(last) = parts.last().filter(|_| at > 0) {
            let name = name.unwrap_or_else(|| last.clone());
            found.push(Import { name, parts, line: at });
        }
    }
}

/// A path that starts with `first`, and the tokens after it.
pub(super) fn path<'t>(first: &Ident, after: &'t [TokenTree]) -> (Vec<String>, &'t [TokenTree]) {
    let mut parts = vec![text(first)];
    let mut rest = after;
    while let Some(follows) = path_separator(rest) {
        let Some((TokenTree::Ident(part), next)) = follows.split_first() else {
            return (parts, follows);
        };
        parts.push(text(part));
        rest = next;
    }
    (parts, rest)
}

/// The tokens after `::`, if the tokens start with it.
pub(super) fn path_separator(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [first, second, rest @ ..] if is_punct(first, ':') && is_punct(second, ':') => Some(rest),
        _ => None,
    }
}

/// `[cfg(test)]`, also as one condition of several.
pub(super) fn is_cfg_test(attribute: &Group) -> bool {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let [TokenTree::Ident(cfg), TokenTree::Group(condition)] = tokens.as_slice() else {
        return false;
    };
    let requires_test = |group: &Group| {
        group
            .stream()
            .into_iter()
            .any(|token| matches!(token, TokenTree::Ident(it) if it == "test"))
    };
    let inner: Vec<TokenTree> = condition.stream().into_iter().collect();
    cfg == "cfg"
        && match inner.as_slice() {
            [TokenTree::Ident(all), TokenTree::Group(conditions)] => {
                all == "all" && requires_test(conditions)
            }
            _ => requires_test(condition),
        }
}

pub(super) fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

pub(super) fn line(word: &Ident) -> usize {
    word.span().start().line
}

/// An identifier without the `r#` of a raw one.
pub(super) fn text(word: &Ident) -> String {
    let text = word.to_string();
    text.strip_prefix("r#").map_or(text.clone(), str::to_owned)
}
