use domain::{Rng, Time, ids};

#[test]
fn ids_have_the_services_formats() {
    let rng = Rng::seeded(1);
    for _ in 0..200 {
        let pool = ids::pool_id("eu-west-1", &rng);
        let name = pool.strip_prefix("eu-west-1_").unwrap();
        assert!(name.len() == 9 && name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{pool}");
        let client = ids::client_id(&rng);
        let secret = ids::client_secret(&rng);
        let lower = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        };
        assert!(client.len() == 26 && lower(&client), "{client}");
        assert!(secret.len() == 52 && lower(&secret));
    }
}

/// Compares with the model's patterns of the two members.
#[test]
fn formats_are_those_of_the_model() {
    let operation = wire::operation(wire::Service::Idp, "DescribeUserPoolClient").unwrap();
    let wire::Kind::Structure(members) = operation.input.kind else {
        panic!("a request is a structure")
    };
    let fits = |member: &str, text: &str| {
        let shape = members.iter().find(|known| known.name == member).unwrap().shape;
        let length = i64::try_from(text.chars().count()).unwrap();
        (shape.min.unwrap()..=shape.max.unwrap()).contains(&length)
            && (shape.pattern.unwrap().matches)(text)
    };
    let (longest, longer) = (format!("eu_{}", "a".repeat(52)), format!("eu_{}", "a".repeat(53)));
    let (long, too_long) = ("a".repeat(128), "a".repeat(129));
    let texts = [
        "eu-west-1_Ab12Cd34E",
        "a__b",
        "a_b_c",
        "_b",
        "a_",
        "a",
        "",
        "a_b-",
        "ä_b",
        "a_ä",
        "a_b\0",
        "\0_b",
        "a+b",
        " ",
        "a\n",
    ];
    for text in texts.into_iter().chain([longest.as_str(), &longer, &long, &too_long]) {
        assert_eq!(ids::is_pool_id(text), fits("UserPoolId", text), "{text:?}");
        assert_eq!(ids::is_client_id(text), fits("ClientId", text), "{text:?}");
    }
    assert!(ids::is_pool_id(&longest) && ids::is_client_id(&long));
}

#[test]
fn every_character_occurs_and_no_id_repeats() {
    let rng = Rng::seeded(2);
    let ids: std::collections::BTreeSet<_> = (0..2_000).map(|_| ids::pool_id("r", &rng)).collect();
    assert_eq!(ids.len(), 2_000);
    let letters: std::collections::BTreeSet<_> =
        ids.iter().flat_map(|id| id.bytes().skip(2)).collect();
    assert_eq!(letters.len(), 62);
}

#[test]
fn ids_can_be_split() {
    assert_eq!(ids::region("us-gov-west-1_Ab12Cd34E"), "us-gov-west-1");
    assert_eq!(ids::pool_name("us-gov-west-1_Ab12Cd34E"), "Ab12Cd34E");
    assert_eq!((ids::region("odd"), ids::pool_name("odd")), ("", "odd"));
    let arn = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab12Cd34E";
    assert_eq!(ids::pool_arn("111122223333", "eu-west-1_Ab12Cd34E"), arn);
    assert_eq!(ids::client_secret_id("abc", Time(1_700_000_000_123)), "abc--1700000000123");
}

#[test]
fn the_id_is_read_from_an_arn() {
    let arn = ids::pool_arn("111122223333", "eu-west-1_Ab12Cd34E");
    assert_eq!(ids::pool_of_arn(&arn), Some("eu-west-1_Ab12Cd34E"));
    assert_eq!(ids::pool_of_arn("arn:aws-cn:cognito-idp:x:1:userpool/cn_1"), Some("cn_1"));
    for other in [
        "",
        "arn",
        "arn:aws:cognito-idp:eu-west-1:1:identitypool/eu-west-1_Ab12Cd34E",
        "arn:aws:cognito-idp:eu-west-1:1:userpool/nonsense",
        "arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_Ab12Cd34E/client/x",
        "arn:aws:cognito-identity:eu-west-1:1:userpool/eu-west-1_Ab12Cd34E",
        "urn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_Ab12Cd34E",
        "arn:aws:cognito-idp:eu-west-1:1",
    ] {
        assert_eq!(ids::pool_of_arn(other), None, "{other}");
    }
}
