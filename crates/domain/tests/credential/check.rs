use domain::credential::{Argon2Memory, AtRest, Checked, GivenPassword};
use domain::{Meter, Rng};

use super::credential;

const FORMS: [AtRest; 2] = [AtRest::Srp, AtRest::Argon2id];

fn given(at_rest: AtRest, may_be_mixed: bool, password: &str) -> GivenPassword<'_> {
    GivenPassword { at_rest, may_be_mixed, pool_name: "pool", user_id: "user", password }
}

#[test]
fn a_right_password_is_converted_to_the_form_of_new_ones() {
    let (rng, mut memory) = (Rng::seeded(2), Argon2Memory::new());
    for stored in FORMS {
        let kept = credential(stored, &mut memory);
        let mut check =
            |given: &GivenPassword<'_>| kept.check(given, &rng, &mut memory, &Meter::new());
        for may_be_mixed in [false, true] {
            for at_rest in FORMS {
                let wrong = check(&given(at_rest, may_be_mixed, "passw0rd!"));
                assert!(matches!(wrong, Checked::Wrong), "{stored:?} {at_rest:?}");
            }
            let same = check(&given(stored, may_be_mixed, "Passw0rd!"));
            assert!(matches!(same, Checked::Right), "{stored:?}");
            let converted = check(&given(stored.other(), may_be_mixed, "Passw0rd!"));
            let Checked::Convertible(made) = converted else { panic!("{converted:?}") };
            assert_eq!(made.at_rest(), stored.other());
            assert_eq!((made.issued, made.temporary), (kept.issued, kept.temporary));
            let memory = &mut Argon2Memory::new();
            assert!(made.verify("pool", "user", "Passw0rd!", memory, &Meter::new()));
        }
    }
}

#[test]
fn every_check_costs_the_same_where_both_forms_may_be_stored() {
    let (rng, mut memory) = (Rng::seeded(2), Argon2Memory::new());
    for stored in FORMS {
        let kept = credential(stored, &mut memory);
        for at_rest in FORMS {
            for password in ["Passw0rd!", "passw0rd!"] {
                let meter = Meter::new();
                let _ = kept.check(&given(at_rest, true, password), &rng, &mut memory, &meter);
                let work = meter.snapshot();
                assert_eq!((work.powers, work.argon2), (1, 1), "{stored:?} {at_rest:?}");
            }
        }
    }
}

#[test]
fn verifiers_alone_cost_one_power() {
    let (rng, meter, mut memory) = (Rng::seeded(2), Meter::new(), Argon2Memory::new());
    let kept = credential(AtRest::Srp, &mut memory);
    let _ = kept.check(&given(AtRest::Srp, false, "Passw0rd!"), &rng, &mut memory, &meter);
    assert_eq!((meter.snapshot().powers, meter.snapshot().argon2), (1, 0));
    assert_eq!(format!("{memory:?}"), "Argon2Memory(0 KiB)");
}
