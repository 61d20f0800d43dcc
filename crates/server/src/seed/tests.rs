//! Parsing, checking and writing.

use std::path::PathBuf;

use domain::Rng;
use serde_json::{Map, Value, json};

use super::*;

fn steps(text: &str) -> Vec<Step> {
    parse(text.as_bytes()).unwrap_or_else(|malformed| panic!("{malformed}")).steps
}

fn refusal(text: &str) -> String {
    parse(text.as_bytes()).expect_err(text).to_string()
}

/// Checks seeds that parse.
fn checked(texts: &[&str]) -> Result<(), String> {
    let file = |(at, text): (usize, &&str)| SeedFile {
        path: PathBuf::from(format!("{at}.yaml")),
        seed: Seed { steps: steps(text) },
    };
    let files: Vec<_> = texts.iter().enumerate().map(file).collect();
    check(&files).map_err(|unsound| unsound.to_string())
}

#[test]
fn yaml_and_json_say_the_same() {
    let yaml = "\
# A comment
- operation: CreateUserPool
  as: shop
  id: eu-west-1_Shop00001
  input:
    PoolName: shop # the name
    UserPoolTags: { no: no, phone: +491512345678, zero: 007, price: 1.50, date: 2026-01-31, \
    tilde: \"~\" }
    Policies:
      PasswordPolicy:
        MinimumLength: 12
        RequireSymbols: false
    Schema: []
    EmailVerificationMessage: |
      Your code:
      {####}
    EmailVerificationSubject: >-
      in one
      line
    DeletionProtection:
    SmsConfiguration: ~
- operation: ListUserPools
";
    let json = json!([
        {
            "operation": "CreateUserPool", "as": "shop", "id": "eu-west-1_Shop00001",
            "input": {
                "PoolName": "shop",
                "UserPoolTags": {
                    "no": "no", "phone": "+491512345678", "zero": "007", "price": "1.50", "date": "2026-01-31", "tilde": "~",
                },
                "Policies": { "PasswordPolicy": { "MinimumLength": 12, "RequireSymbols": false } },
                "Schema": [],
                "EmailVerificationMessage": "Your code:\n{####}\n",
                "EmailVerificationSubject": "in one line",
                "DeletionProtection": null,
                "SmsConfiguration": null,
            },
        },
        { "operation": "ListUserPools" },
    ]);
    assert_eq!(steps(yaml), steps(&json.to_string()));
    assert_eq!(steps(yaml), steps(&format!("{json:#}")));
}

#[test]
fn invalid_seeds_are_refused() {
    for (text, expected) in [
        ("", "it is empty"),
        ("# nothing\n", "it is empty"),
        ("operation: X", "it is not a list of steps, each beginning with `- operation: `"),
        ("{}", "it is not a list of steps, each beginning with `- operation: `"),
        ("- X", "step 1: it is not a mapping with an `operation`"),
        ("- operation: X\n- as: a", "step 2: it has no `operation`"),
        ("- operation: 7", "step 1: `operation` is not a string"),
        ("- operation: X\n  as: 1", "step 1: `as` is not a string"),
        (
            "- operation: X\n  as: a b",
            "step 1: `as: a b` is not a name: a letter, then letters, digits, - and _",
        ),
        ("- operation: X\n  input: [1]", "step 1: `input` is not a mapping"),
        (
            "- operation: X\n  inputs: {}",
            "step 1: it has an unknown member `inputs`; the members are operation, as, id and \
             input",
        ),
        (
            "- operation: X\n  <<: {}",
            "step 1: it has an unknown member `<<`; the members are operation, as, id and input",
        ),
        ("- operation: X\n  operation: Y", "line 2: operation appears twice"),
        (
            "- operation: X\n---\n- operation: Y",
            "line 3: a second document begins; a seed is one list",
        ),
        (
            "- &a operation: X",
            "line 1: anchors (&name) and aliases (*name) are not supported; refer to earlier \
             answers with ${name.Member}",
        ),
        (
            "- operation: !!str 7",
            "line 1: tags (!name) are not supported; quote text that looks like one",
        ),
        ("- { [a]: b }", "line 1: a list or a mapping cannot be a key"),
    ] {
        assert_eq!(refusal(text), expected, "{text}");
    }
    assert!(refusal("- operation: X\n  input: { a: [ }").starts_with("line 2: "), "not line 2");
    assert!(refusal("- operation: *a").starts_with("line 1: "));
    assert_eq!(parse(b"- \xff").expect_err("no text").to_string(), "it is not UTF-8 text");
    assert_eq!(
        parse(&vec![b' '; MOST_BYTES + 1]).expect_err("too long").to_string(),
        "it is larger than 8388608 bytes"
    );
    assert_eq!(refusal(&"- {}\n".repeat(MOST_STEPS + 1)), "it has more than 50000 steps");
}

#[test]
fn a_small_file_stays_small() {
    let levels = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let mut bomb = "- &a [x, x, x, x, x, x, x, x]\n".to_owned();
    for pair in levels.windows(2) {
        bomb.push_str(&format!("- &{} [*{}, *{}, *{}]\n", pair[1], pair[0], pair[0], pair[0]));
    }
    assert!(refusal(&bomb).starts_with("line 1: anchors"));
    for (begin, end) in
        [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("{\"a\":", "}"), ("[", "")]
    {
        for levels in [100, 100_000] {
            let nested = format!(
                "- operation: X\n  input:\n    a:\n      {}{}",
                begin.repeat(levels),
                end.repeat(levels)
            );
            assert!(refusal(&nested).starts_with("line 4: "), "{begin}: {}", refusal(&nested));
            refusal(&format!("{}{}", begin.repeat(levels), end.repeat(levels)));
        }
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let rng = Rng::seeded(7);
    let example = include_bytes!("../../../../examples/seed.yaml");
    let pieces: [&[u8]; 16] = [
        b"- ", b": ", b"\n", b"  ", b"{", b"}", b"[", b"]", b"\"", b"'", b"|", b"&a", b"*a", b"!",
        b"\xff", b"\0",
    ];
    for _ in 0..2_000 {
        let begin = rng.below(u32::try_from(example.len()).unwrap()) as usize;
        let mut bytes = example[begin..(begin + 200).min(example.len())].to_vec();
        for _ in 0..rng.below(8) {
            let at = rng.below(u32::try_from(bytes.len()).unwrap()) as usize;
            let piece = pieces[rng.below(16) as usize];
            bytes.splice(at..at, piece.iter().copied());
        }
        let _ = parse(&bytes);
    }
}

#[test]
fn mistakes_are_found_before_anything_is_created() {
    let pool = "- operation: CreateUserPool\n  as: shop\n  input: { PoolName: shop }";
    assert_eq!(
        checked(&[
            pool,
            "- operation: DescribeUserPool\n  input: { UserPoolId: \"${shop.UserPool.Id}\" }"
        ]),
        Ok(())
    );
    for (text, expected) in [
        (
            "- operation: MakeUserPool",
            "0.yaml, step 1 (MakeUserPool): the user pool API has no operation MakeUserPool.",
        ),
        (
            "- operation: AdminConfirmSignUp\n  input: { Pool: x }",
            "0.yaml, step 1 (AdminConfirmSignUp): AdminConfirmSignUpRequest has no member Pool; \
             its members are UserPoolId, Username, ClientMetadata.",
        ),
        (
            "- operation: SetUserPoolMfaConfig\n  input: { SoftwareTokenMfaConfiguration: { On: \
             true } }",
            "0.yaml, step 1 (SetUserPoolMfaConfig): SoftwareTokenMfaConfigType has no member On; \
             its members are Enabled.",
        ),
        (
            "- operation: AdminCreateUser\n  input: { UserAttributes: [ { name: x } ] }",
            "0.yaml, step 1 (AdminCreateUser): AttributeType has no member name; its members are \
             Name, Value.",
        ),
        (
            "- operation: DescribeUserPool\n  as: a\n  input: { UserPoolId: \"${a.UserPool.Id}\" }",
            "0.yaml, step 1 (DescribeUserPool): ${a.UserPool.Id}: no earlier step has `as: a`.",
        ),
        (
            "- operation: DescribeUserPool\n  input: { UserPoolId: \"${a\" }",
            "0.yaml, step 1 (DescribeUserPool): `${a` is not a reference; write ${name.Member}, \
             or $${ for a literal ${.",
        ),
    ] {
        assert_eq!(checked(&[text]), Err(expected.to_owned()), "{text}");
    }
    assert_eq!(
        checked(&[pool, pool]),
        Err("1.yaml, step 1 (CreateUserPool): an earlier step also has `as: shop`.".to_owned())
    );
}

#[test]
fn rendered_seeds_parse_to_the_same_steps() {
    let texts = [
        "",
        " ",
        "plain",
        "two words",
        "0",
        "007",
        "-1",
        "1.50",
        "1e3",
        "0x1f",
        ".inf",
        "-",
        "- a",
        "a: b",
        "a #b",
        "#",
        "true",
        "False",
        "null",
        "~",
        "yes",
        "No",
        "y",
        "<<",
        "=",
        "@a",
        "%a",
        "!a",
        "&a",
        "*a",
        "|",
        ">",
        "?",
        "[",
        "{",
        "'",
        "\"",
        "\\",
        "a\nb\n",
        "\ta",
        "a ",
        "\r\n",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{7f}",
        "\u{0}",
        "\u{1f511}",
        "ünï",
        "...",
        "---",
        "custom:x",
        "+4915",
        "2026-01-31",
        "$${a.B}",
    ];
    let members: Map<String, Value> =
        texts.iter().map(|text| ((*text).to_owned(), json!(text))).collect();
    let input = json!({
        "List": texts.to_vec(), "Members": members, "Empty": [[], {}, [[]]], "Nested": [[["a"], { "b": [1, { "c": null }] }], -7],
        "Truth": [true, false, null], "Big": i64::MAX,
    });
    let Value::Object(input) = input else { panic!("an object") };
    let name = |text: &str| Some(text.to_owned());
    let seed = Seed {
        steps: vec![
            Step { operation: "A".into(), name: name("a"), id: name("5a0"), input },
            Step { operation: "B".into(), name: None, id: None, input: Map::new() },
        ],
    };
    for format in [Format::Yaml, Format::Json] {
        let text = render(&seed, format, &["a note", "another"]);
        assert_eq!(parse(text.as_bytes()), Ok(seed.clone()), "{text}");
        assert_eq!(text.contains("# a note\n"), format == Format::Yaml);
    }
}
