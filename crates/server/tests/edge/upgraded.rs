//! `dev` on the data folder of an earlier version that died while applying a seed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};
use testkit::PASSWORD;

use crate::program::succeeds;
use crate::seeds::Place;

/// One folder per version; see tests/upgrade/README.md.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/upgrade/fixtures");

/// Restores a version's backup to the folder `data`, with its master key and journal.
fn restored(version: &Path) -> Place {
    let place = Place::new();
    let (backup, data) = (version.join("backup.db"), place.path("data"));
    succeeds(&["restore", "--from", backup.to_str().unwrap(), "--data", &data]);
    for name in ["master.key", "seeds.journal"] {
        let file = Path::new(&data).join(name);
        fs::copy(version.join(name), &file).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    }
    place
}

#[test]
fn a_seed_begun_by_an_earlier_version_is_completed() {
    for version in fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()) {
        let recorded = fs::read_to_string(version.join("recorded.json")).unwrap();
        let recorded: Value = serde_json::from_str(&recorded).unwrap();
        let (place, seed) = (restored(&version), version.join("seed.yaml"));
        let seed = seed.to_str().unwrap();
        // The fifth of the seven steps was committed but not recorded in the journal.
        let dev = place.dev(seed, "--auth-flow");
        assert!(dev.printed.contains("Seeds:            2 steps applied\n"), "{}", dev.printed);
        let made = &recorded["seed"];
        let pool = &made["pool"];
        assert!(dev.printed.contains(pool.as_str().unwrap()), "{}", dev.printed);
        let clients = made["clients"].as_array().unwrap();
        for client in clients {
            let id = &client["ClientId"];
            assert!(dev.printed.contains(id.as_str().unwrap()), "{}", dev.printed);
            let named = json!({ "UserPoolId": pool, "ClientId": id });
            let described = dev.call("DescribeUserPoolClient", &named);
            for member in ["ClientName", "ClientSecret", "CreationDate", "LastModifiedDate"] {
                assert_eq!(described["UserPoolClient"][member], client[member], "{member}");
            }
        }
        let listed = dev.call("ListUserPoolClients", &json!({ "UserPoolId": pool }));
        assert_eq!(listed["UserPoolClients"].as_array().unwrap().len(), clients.len());
        let web = json!({
            "ClientId": "notes0web0client0000000001",
            "AuthFlow": "USER_PASSWORD_AUTH",
            "AuthParameters": { "USERNAME": "jo@example.com", "PASSWORD": PASSWORD },
        });
        let (status, tokens) = dev.answer("eu-west-1", "InitiateAuth", &web);
        assert_eq!(status, 200, "{tokens}");
        let editors = json!({ "UserPoolId": pool, "GroupName": "editors" });
        let members = dev.call("ListUsersInGroup", &editors);
        assert_eq!(members["Users"][0]["Username"], made["members"][0]["Username"]);
        dev.stop();

        let dev = place.dev(seed, "--auth-flow");
        let before = "Seeds:            all steps already applied\n";
        assert!(dev.printed.contains(before), "{}", dev.printed);
        dev.stop();
        succeeds(&["doctor", "--deep", "--data", &place.path("data")]);
    }
}
