//! Reads the tokens of a file: paths into the same crate, module declarations, public types.
//! Comments and strings are not tokens of that kind, and items under `#[cfg(test)]` are left out.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::source::{CratePath, PublicType, Source};

/// One leaf of a `use` declaration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// `["a", "b", "C"]` for `use a::{b::C as D}`; a glob ends in `*`.
    pub(super) parts: Vec<String>,
    /// The name in scope, `D` above.
    pub(super) name: String,
    pub(super) line: usize,
}

/// A walk through one file.
pub(super) struct Scan<'s> {
    source: &'s mut Source,
    /// The module that the walk is in, from the crate's root.
    module: Vec<String>,
}

/// Keywords that start an item, after its attributes and visibility.
const ITEMS: [&str; 14] = [
    "async",
    "const",
    "enum",
    "extern",
    "fn",
    "impl",
    "macro_rules",
    "mod",
    "static",
    "struct",
    "trait",
    "type",
    "unsafe",
    "use",
];
const TYPES: [&str; 5] = ["struct", "enum", "union", "trait", "type"];

impl<'s> Scan<'s> {
    pub(super) fn new(source: &'s mut Source) -> Self {
        let module = source.module.clone();
        Self { source, module }
    }

    /// Walks a whole file; one under `#![cfg(test)]` has nothing to find.
    pub(super) fn file(mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_inner_test = tokens.windows(3).any(|window| match window {
            [hash, bang, TokenTree::Group(attribute)] => {
                is_punct(hash, '#') && is_punct(bang, '!') && is_cfg_test(attribute)
            }
            _ => false,
        });
        if !is_inner_test {
            self.walk(&tokens);
        }
    }

    fn walk(&mut self, tokens: &[TokenTree]) {
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            rest = match (first, after) {
                (hash, [TokenTree::Group(attribute), after @ ..])
                    if is_punct(hash, '#') && attribute.delimiter() == Delimiter::Bracket =>
                {
                    if is_cfg_test(attribute) {
                        self.skip_item(after)
                    } else {
                        after
                    }
                }
                (TokenTree::Ident(word), after) => self.word(word, after),
                (TokenTree::Group(group), after) => {
                    self.group(group);
                    after
                }
                (_, after) => after,
            };
        }
    }

    fn group(&mut self, group: &Group) {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        self.walk(&inner);
    }

    /// What begins with this word; returns the tokens that are still to walk.
    fn word<'t>(&mut self, word: &Ident, after: &'t [TokenTree]) -> &'t [TokenTree] {
        match (word.to_string().as_str(), after) {
            ("mod", [TokenTree::Ident(name), rest @ ..]) => self.declaration(name, rest),
            ("use", after) => self.import(after),
            ("crate" | "super", after) if path_separator(after).is_some() => {
                let (parts, rest) = path(word, after);
                self.add_path(&parts, line(word));
                rest
            }
            ("pub", [TokenTree::Ident(kind), TokenTree::Ident(name), ..])
                if TYPES.contains(&kind.to_string().as_str()) =>
            {
                let public = PublicType { name: name.to_string(), line: line(name) };
                self.source.public_types.push(public);
                after
            }
            _ => after,
        }
    }

    /// `mod name;` or `mod name { ... }`.
    fn declaration<'t>(&mut self, name: &Ident, rest: &'t [TokenTree]) -> &'t [TokenTree] {
        let mut module = self.module.clone();
        module.push(text(name));
        match rest {
            [TokenTree::Group(body), rest @ ..] if body.delimiter() == Delimiter::Brace => {
                self.source.declared.push(module.clone());
                let outer = std::mem::replace(&mut self.module, module);
                self.group(body);
                self.module = outer;
                rest
            }
            [semicolon, rest @ ..] if is_punct(semicolon, ';') => {
                self.source.declared.push(module);
                rest
            }
            _ => rest,
        }
    }

    /// `use` up to its semicolon.
    fn import<'t>(&mut self, after: &'t [TokenTree]) -> &'t [TokenTree] {
        let end = after.iter().position(|token| is_punct(token, ';')).unwrap_or(after.len());
        let (tree, rest) = after.split_at(end);
        let mut imports = Vec::new();
        leaves(&[], tree, &mut imports);
        for import in imports {
            if let Some("crate" | "super") = import.parts.first().map(String::as_str) {
                self.add_path(&import.parts, import.line);
            }
            self.source.imports.push(import);
        }
        rest
    }

    /// Adds `crate::a::b` or `super::b` as a path from the crate's root.
    fn add_path(&mut self, parts: &[String], line: usize) {
        let mut found = self.module.clone();
        for part in parts {
            match part.as_str() {
                "crate" => found.clear(),
                "super" => drop(found.pop()),
                "self" => {}
                other => found.push(other.to_owned()),
            }
        }
        self.source.paths.push(CratePath { parts: found, line });
    }

    /// Leaves out the item or field after `#[cfg(test)]`.
    fn skip_item<'t>(&mut self, tokens: &'t [TokenTree]) -> &'t [TokenTree] {
        let mut rest = tokens;
        let mut is_item = false;
        while let Some((first, after)) = rest.split_first() {
            match (first, after) {
                (TokenTree::Ident(word), [TokenTree::Ident(name), ..]) if word == "mod" => {
                    let mut module = self.module.clone();
                    module.push(text(name));
                    self.source.test_modules.push(module);
                    is_item = true;
                }
                (TokenTree::Ident(word), _) if ITEMS.contains(&word.to_string().as_str()) => {
                    is_item = true;
                }
                (TokenTree::Group(body), _) if body.delimiter() == Delimiter::Brace => {
                    return without_semicolon(after);
                }
                (token, _) if is_punct(token, ';') => return after,
                (token, _) if is_punct(token, ',') && !is_item => return after,
                _ => {}
            }
            rest = after;
        }
        rest
    }
}

/// The same tokens without a semicolon at their start: `use a::{b, c};` has one after its braces.
fn without_semicolon(tokens: &[TokenTree]) -> &[TokenTree] {
    match tokens {
        [first, rest @ ..] if is_punct(first, ';') => rest,
        _ => tokens,
    }
}

/// Adds the leaves of a `use` tree; `above` is the path before it.
fn leaves(above: &[String], tree: &[TokenTree], found: &mut Vec<Import>) {
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
fn path<'t>(first: &Ident, after: &'t [TokenTree]) -> (Vec<String>, &'t [TokenTree]) {
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
fn path_separator(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [first, second, rest @ ..] if is_punct(first, ':') && is_punct(second, ':') => Some(rest),
        _ => None,
    }
}

/// `[cfg(test)]`, also as one condition of several.
fn is_cfg_test(attribute: &Group) -> bool {
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

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn line(word: &Ident) -> usize {
    word.span().start().line
}

/// An identifier without the `r#` of a raw one.
fn text(word: &Ident) -> String {
    let text = word.to_string();
    text.strip_prefix("r#").map_or(text.clone(), str::to_owned)
}
