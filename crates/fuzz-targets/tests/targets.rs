//! Runs each target on its seeds, on the corpus of the long runs, and on seeded mutations of both.
#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

use std::fs;
use std::path::Path;

use fuzz_targets::mutate::mutations;
use fuzz_targets::{TARGETS, Target};

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target.name);
    let mut files: Vec<_> =
        fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

fn run(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let mut inputs = (target.seeds)();
    inputs.extend(corpus(target));
    for input in inputs.iter().cloned().chain(mutations(&inputs, 1, target.mutations)) {
        if let Err(panic) = std::panic::catch_unwind(|| (target.run)(&input)) {
            eprintln!("{name} fails on {:?}", String::from_utf8_lossy(&input));
            std::panic::resume_unwind(panic);
        }
    }
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                run(stringify!($name));
            }
        )*

        #[test]
        fn every_target_runs() {
            let run = [$(stringify!($name)),*];
            let known: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(run.as_slice(), known);
        }
    };
}

targets! { access_token challenge config edge filter page_token refresh_token requests seed sigv4 srp verifier }
