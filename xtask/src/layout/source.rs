//! One Rust file: where its module is in the crate, which modules it uses, which public types it
//! defines.

use std::str::FromStr;

use proc_macro2::TokenStream;

use super::packages::is_generated;
use super::scan::Scan;
use super::tokens::Import;

/// What the checks need to know of a file.
pub(super) struct Source {
    /// From the repository's root.
    pub(super) path: String,
    /// The path of its module below the crate's root; empty for `lib.rs` and `main.rs`.
    pub(super) module: Vec<String>,
    pub(super) is_generated: bool,
    /// The modules that it declares outside tests, with their parents in this file.
    pub(super) declared: Vec<Vec<String>>,
    /// The modules that it declares for tests only.
    pub(super) test_modules: Vec<Vec<String>>,
    /// Paths into its own crate, from the crate's root.
    pub(super) paths: Vec<CratePath>,
    /// Imports that start with neither `crate` nor `super`.
    pub(super) imports: Vec<Import>,
    pub(super) public_types: Vec<PublicType>,
}

/// A use of an item of the same crate.
pub(super) struct CratePath {
    /// `["a", "b"]` for `crate::a::b`.
    pub(super) parts: Vec<String>,
    pub(super) line: usize,
}

/// A `pub` struct, enum, union, trait or type alias.
pub(super) struct PublicType {
    pub(super) name: String,
    pub(super) line: usize,
}

impl Source {
    /// Reads a file; `inner` is its path below the source folder.
    ///
    /// # Errors
    /// Text that Rust's lexer refuses.
    pub(super) fn read(path: &str, inner: &str, text: &str) -> Result<Self, String> {
        let tokens = TokenStream::from_str(text).map_err(|error| format!("{path}: {error}"))?;
        let mut source = Self {
            path: path.to_owned(),
            module: module_of(inner),
            is_generated: is_generated(text),
            declared: Vec::new(),
            test_modules: Vec::new(),
            paths: Vec::new(),
            imports: Vec::new(),
            public_types: Vec::new(),
        };
        Scan::new(&mut source).file(tokens);
        Ok(source)
    }

    /// Whether it is the root of a library or program.
    pub(super) fn is_root(&self) -> bool {
        self.module.is_empty()
    }
}

/// `a/b.rs` and `a/b/mod.rs` are `["a", "b"]`; the crate's root is empty.
fn module_of(inner: &str) -> Vec<String> {
    let stem = inner.strip_suffix(".rs").unwrap_or(inner);
    if ["lib", "main"].contains(&stem) {
        return Vec::new();
    }
    stem.split('/').filter(|part| *part != "mod").map(str::to_owned).collect()
}
