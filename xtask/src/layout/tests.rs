use std::collections::BTreeMap;

use super::allowed::Allowed;
use super::check;
use super::packages::Package;

/// A package `shop` with these files below its `src/`.
fn package(files: &[(&str, &str)]) -> Package {
    let files = files.iter().map(|(path, text)| (format!("shop/src/{path}"), (*text).to_owned()));
    Package {
        name: "shop".to_owned(),
        source_folder: "shop/src".to_owned(),
        lib_is_untested: false,
        files: files.collect::<BTreeMap<_, _>>(),
    }
}

fn findings(files: &[(&str, &str)]) -> Vec<String> {
    check(&[package(files)], Allowed::default(), "").unwrap()
}

fn allowed(table: &str, architecture: &str, files: &[(&str, &str)]) -> Vec<String> {
    check(&[package(files)], Allowed::parse(table).unwrap(), architecture).unwrap()
}

const ROOT: (&str, &str) = ("lib.rs", "mod cart; mod price; mod user;");

#[test]
fn a_tree_without_cycles_passes() {
    let files = [
        ROOT,
        ("cart/mod.rs", "mod item; use crate::price::Price; use crate::user;"),
        ("cart/item.rs", "use super::Cart; use crate::price::{self, Price};"),
        ("price.rs", "pub struct Price;"),
        ("user/mod.rs", "use crate::price::Price;"),
    ];
    assert!(findings(&files).is_empty());
}

#[test]
fn every_form_of_an_import_closes_a_cycle() {
    for import in [
        "use crate::cart::Cart;",
        "use crate::{price, cart::{item, Cart as C}};",
        "use crate::{user::{User}, cart};",
        "fn f() -> u8 { crate::cart::count() }",
        "fn f() { assert!(matches!(x, crate::cart::Cart { .. })); }",
        "use super::cart::Cart;",
        "mod inner { use super::super::cart::Cart; }",
        "fn f() { super::cart::count(); }",
        "pub use crate::cart::*;",
        "use crate::Cart;",
        "impl crate::cart::Trait for u8 {}",
    ] {
        let files = [
            ("lib.rs", "mod cart; mod price; pub use cart::Cart;"),
            ("cart/mod.rs", "mod item;"),
            ("cart/item.rs", "use crate::price::Price;"),
            ("price.rs", import),
        ];
        let found = findings(&files);
        assert_eq!(found.len(), 1, "{import}");
        assert!(found[0].starts_with("shop: import cycle between cart, price\n"), "{found:?}");
        assert!(found[0].contains("cart -> price: cart/item.rs:1 (price::Price)"), "{found:?}");
    }
}

#[test]
fn super_is_resolved_by_where_the_file_is() {
    let files = |import| {
        [ROOT, ("cart/a/b.rs", import), ("price.rs", "use crate::cart::Cart;"), ("user.rs", "")]
    };
    assert!(findings(&files("use super::price::Price;")).is_empty());
    assert!(findings(&files("use super::super::price::Price;")).is_empty());
    assert_eq!(findings(&files("use super::super::super::price::Price;")).len(), 1);
}

#[test]
fn tests_comments_and_strings_do_not_import() {
    for text in [
        "#[cfg(test)] mod tests { use crate::cart::Cart; }",
        "#[cfg(test)]\n#[expect(missing_docs)]\npub(crate) fn f() { crate::cart::count(); }",
        "#[cfg(test)] use crate::cart::Cart;",
        "#[cfg(test)] use crate::cart::{Cart, item};",
        "#[cfg(all(test, unix))] mod tests { use crate::cart::Cart; }",
        "#![cfg(test)] use crate::cart::Cart;",
        "// crate::cart::Cart\n/// [`crate::cart::Cart`]\nfn f() { \"crate::cart::Cart\"; }",
        "pub(in crate::price) fn f() {}",
        "#[cfg(test)] mod tests;",
    ] {
        let files = [
            ROOT,
            ("cart.rs", "use crate::price::Price;"),
            ("price.rs", text),
            (
                "price/tests.rs",
                if text.ends_with("tests;") { "use crate::cart::Cart;" } else { "" },
            ),
            ("user.rs", ""),
        ];
        assert!(findings(&files).is_empty(), "{text}");
    }
}

#[test]
fn what_follows_a_test_item_still_counts() {
    let files = [
        ROOT,
        ("cart.rs", "use crate::price::Price;"),
        (
            "price.rs",
            "struct P { #[cfg(test)] a: u8, b: crate::cart::Cart }\n\
             #[cfg(test)] use crate::user::{A, B};",
        ),
        ("user.rs", "use crate::price;"),
    ];
    let found = findings(&files);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("shop: import cycle between cart, price\n"), "{found:?}");
}

#[test]
fn a_cycle_through_several_modules_is_one_finding() {
    let files = [
        ROOT,
        ("cart.rs", "use crate::price;"),
        ("price.rs", "\n\nuse crate::user;"),
        ("user.rs", "use crate::cart;"),
    ];
    let found = findings(&files);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("between cart, price, user\n"), "{found:?}");
    assert!(found[0].contains("price -> user: price.rs:3 (user)"), "{found:?}");
}

#[test]
fn the_library_and_the_program_are_separate_graphs() {
    let files = [
        ("lib.rs", "pub mod cart; pub mod price;"),
        ("main.rs", "mod command; mod output;"),
        ("cart.rs", "use crate::price;"),
        ("price.rs", ""),
        ("command.rs", "use crate::output; use shop::cart;"),
        ("output.rs", "use crate::command;"),
    ];
    let found = findings(&files);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("between command, output\n"), "{found:?}");
}

const CYCLE: [(&str, &str); 4] =
    [ROOT, ("cart.rs", "use crate::price;"), ("price.rs", "use crate::cart;"), ("user.rs", "")];
const TABLE: &str = "[[cycle]]\npackage = 'shop'\nmodules = ['price', 'cart']\nreason = 'because'";

#[test]
fn an_allowed_cycle_is_named_in_the_architecture_page() {
    let page = "## Import cycles\n\n- `shop`: `cart` and `price`, because.\n\n## Other\n";
    assert!(allowed(TABLE, page, &CYCLE).is_empty());
    for page in ["", "## Import cycles\n\n## Other\n\n- `shop`: `cart` and `price`\n"] {
        let found = allowed(TABLE, page, &CYCLE);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("docs/ARCHITECTURE.md: no line"), "{found:?}");
    }
}

#[test]
fn only_the_exact_cycle_is_allowed() {
    let page = "## Import cycles\n`shop`: `cart`, `price`, `user`";
    let larger = TABLE.replace("'cart'", "'cart', 'user'");
    let found = allowed(&larger, page, &CYCLE);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].contains("shop has no cycle of cart, price, user"), "{found:?}");
    assert!(Allowed::parse(&TABLE.replace("because", " ")).is_err());
}

#[test]
fn loose_files_are_counted_without_the_roots() {
    let names: Vec<String> = (0..16).map(|number| format!("a{number}.rs")).collect();
    let mut files: Vec<(&str, &str)> = vec![("lib.rs", ""), ("main.rs", ""), ("a/b.rs", "")];
    files.extend(names[..15].iter().map(|name| (name.as_str(), "")));
    assert!(findings(&files).is_empty());
    let table = "[[loose_files]]\npackage = 'shop'\nreason = 'because'";
    assert!(allowed(table, "", &files)[0].contains("needs no exception"));
    files.push((&names[15], ""));
    assert_eq!(findings(&files), ["shop: 16 loose files in shop/src, at most 15 are allowed"]);
    assert!(allowed(table, "", &files).is_empty());
}

#[test]
fn two_public_types_of_one_name_are_found() {
    let generated = "// Generated by `cargo xtask codegen` from model/.\npub struct Caller;";
    let files = [
        ("lib.rs", "mod a; mod b; mod generated;"),
        ("a.rs", "pub struct Caller;\npub(crate) struct Own;\nstruct Inner;\npub fn f() {}"),
        ("b.rs", "pub(crate) enum Own {}\nstruct Inner;\n\npub unsafe trait Other {}"),
        ("generated/mod.rs", generated),
    ];
    assert!(findings(&files).is_empty());
    let places = "shop/src/a.rs:1, shop/src/b.rs:1";
    for second in ["pub enum Caller {}", "pub trait Caller {}", "pub type Caller = u8;"] {
        let mut files = files;
        files[2].1 = second;
        assert_eq!(
            findings(&files),
            [format!("shop: the public type Caller is defined more than once: {places}")]
        );
    }
}

#[test]
fn long_files_are_found_unless_generated() {
    let text = "\n".repeat(600);
    let longer = "\n".repeat(601);
    let generated = format!("// Generated by `cargo xtask codegen`{longer}");
    let files = [("lib.rs", text.as_str()), ("generated.rs", &generated)];
    assert!(findings(&files).is_empty());
    assert_eq!(
        findings(&[("lib.rs", &longer)]),
        ["shop/src/lib.rs: 601 lines, at most 600 are allowed"]
    );
}

#[test]
fn a_unit_test_of_an_untested_library_is_found() {
    let unit_tests = "#[cfg(test)] mod tests { #[test] fn a() {} }";
    let files = [("lib.rs", "mod cart;"), ("cart.rs", unit_tests)];
    assert!(findings(&files).is_empty());
    let untested = Package { lib_is_untested: true, ..package(&files) };
    assert_eq!(
        check(&[untested], Allowed::default(), "").unwrap(),
        ["shop/src/cart.rs: its tests never run, [lib] has test = false"]
    );
}
