//! Walks the tokens of a file and collects the paths into its own crate, its module declarations
//! and its public types. Items under `#[cfg(test)]` are left out.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

use super::source::{CratePath, PublicType, Source};
use super::tokens::{
    is_cfg_test, is_punct, leaves, line, path, path_separator, text, without_semicolon,
};

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

    /// Walks a whole file, unless it is under `#![cfg(test)]`.
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

    /// Handles what begins with this word and returns the tokens that follow it.
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

    /// Skips the item or field after `#[cfg(test)]`.
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
