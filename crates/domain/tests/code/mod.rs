use domain::Rng;
use domain::code::{
    self, Medium, SimulatedDelivery, mask_email, mask_phone, simulated_destination,
};
use domain::seal::StableSecret;

#[test]
fn codes_have_the_requested_length_and_uniform_digits() {
    let rng = Rng::seeded(1);
    let mut seen = [[0_u32; 10]; 8];
    for _ in 0..10_000 {
        let code = code::generate(&rng, 8, None);
        assert_eq!(code.len(), 8);
        for (place, digit) in code.chars().enumerate() {
            seen[place][digit.to_digit(10).unwrap() as usize] += 1;
        }
    }
    // 1,000 of each expected, deviation 30.
    assert!(seen.iter().flatten().all(|count| (850..1150).contains(count)), "{seen:?}");
    assert_eq!(code::generate(&rng, 6, None).len(), 6);
}

#[test]
fn a_fixed_code_is_repeated_or_truncated_to_the_length() {
    let rng = Rng::seeded(1);
    assert_eq!(code::generate(&rng, 6, Some("123456")), "123456");
    assert_eq!(code::generate(&rng, 8, Some("123456")), "12345612");
    assert_eq!(code::generate(&rng, 6, Some("12345678")), "123456");
    assert_eq!(code::generate(&rng, 6, Some("")).len(), 6);
}

#[test]
fn a_mac_is_bound_to_each_of_its_parts() {
    let stable = StableSecret::new([7; 32]);
    let mac = code::mac(&stable, "u1", "sign_up", "a@example.com", "123456");
    assert!(code::matches(&mac, &code::mac(&stable, "u1", "sign_up", "a@example.com", "123456")));
    let others = [
        code::mac(&stable, "u2", "sign_up", "a@example.com", "123456"),
        code::mac(&stable, "u1", "forgot_password", "a@example.com", "123456"),
        code::mac(&stable, "u1", "sign_up", "b@example.com", "123456"),
        code::mac(&stable, "u1", "sign_up", "a@example.com", "123457"),
        code::mac(&stable, "u1", "sign_up", "a@example.com1", "23456"),
        code::mac(&StableSecret::new([8; 32]), "u1", "sign_up", "a@example.com", "123456"),
        code::destination_mac(&stable, "u1", "sign_up", "a@example.com"),
    ];
    for other in others {
        assert!(!code::matches(&mac, &other));
    }
    assert!(!code::matches(&mac[..31], &mac));
    assert!(!code::matches(&[], &mac));
}

#[test]
fn a_destination_mac_is_bound_to_user_purpose_and_destination() {
    let stable = StableSecret::new([7; 32]);
    let mac = code::destination_mac(&stable, "u1", "email", "a@example.com");
    assert_eq!(mac, code::destination_mac(&stable, "u1", "email", "a@example.com"));
    assert_ne!(mac, code::destination_mac(&stable, "u2", "email", "a@example.com"));
    assert_ne!(mac, code::destination_mac(&stable, "u1", "phone_number", "a@example.com"));
    assert_ne!(mac, code::destination_mac(&stable, "u1", "email", "b@example.com"));
}

#[test]
fn masked_addresses() {
    for (email, masked) in [
        ("fixture@example.com", "f***@e***"),
        ("a@b", "a***@b***"),
        ("Ünder@Example.com", "ü***@e***"),
        ("a@b@c.org", "a***@c***"),
        ("ünder@österreich.at", "ü***@ö***"),
        ("😀@😀.example", "😀***@😀***"),
        ("nobody", "n***@***"),
        ("@", "***@***"),
        ("", "***@***"),
    ] {
        assert_eq!(mask_email(email), masked, "{email}");
    }
}

#[test]
fn masked_numbers() {
    for (phone, masked) in [
        ("+15555551234", "+*******1234"),
        ("+431234", "+*******1234"),
        ("+123", "+*******123"),
        ("+", "+*******"),
        ("", "+*******"),
        ("+12٣٤٥٦", "+*******٣٤٥٦"),
    ] {
        assert_eq!(mask_phone(phone), masked, "{phone}");
    }
}

#[test]
fn simulated_deliveries_mask_the_name_if_it_is_a_destination() {
    let stable = StableSecret::new([7; 32]);
    for plain in [Medium::Email, Medium::Sms] {
        let to_email =
            SimulatedDelivery { medium: Medium::Email, destination: "n***@e***".to_owned() };
        assert_eq!(simulated_destination(&stable, "nobody@example.com", plain), to_email);
        let to_phone =
            SimulatedDelivery { medium: Medium::Sms, destination: "+*******0100".to_owned() };
        assert_eq!(simulated_destination(&stable, "+15555550100", plain), to_phone);
    }
}

#[test]
fn simulated_deliveries_of_plain_names_are_stable_and_look_real() {
    let stable = StableSecret::new([7; 32]);
    let destination = |name: &str, plain| simulated_destination(&stable, name, plain).destination;
    let mut distinct = std::collections::BTreeSet::new();
    for n in 0..200 {
        let name = format!("user{n}");
        let email = destination(&name, Medium::Email);
        assert_eq!(email, destination(&name, Medium::Email));
        assert_eq!(email, mask_email(&email.replace("***", "x")));
        assert!(email.bytes().all(|c| c.is_ascii_lowercase() || c == b'*' || c == b'@'), "{email}");
        let phone = destination(&name, Medium::Sms);
        assert_eq!(phone, mask_phone(&phone.replace('*', "1")));
        distinct.insert(email);
        distinct.insert(phone);
    }
    assert!(distinct.len() > 200, "{}", distinct.len());
    let other = StableSecret::new([8; 32]);
    assert!(
        (0..20)
            .any(|n| simulated_destination(&other, &format!("user{n}"), Medium::Sms).destination
                != destination(&format!("user{n}"), Medium::Sms))
    );
}

#[test]
fn media_have_the_apis_names() {
    assert_eq!((Medium::Email.as_str(), Medium::Email.attribute()), ("EMAIL", "email"));
    assert_eq!((Medium::Sms.as_str(), Medium::Sms.attribute()), ("SMS", "phone_number"));
    assert_eq!(Medium::Sms.mask("+15555551234"), "+*******1234");
    assert_eq!(Medium::Email.mask("a@b.c"), "a***@b***");
}
