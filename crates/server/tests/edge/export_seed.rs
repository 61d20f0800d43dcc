//! `export-seed`: a pool that is made of its own export answers as it did.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::program::{Dev, fails, succeeds};

const POOL: &str = "eu-west-1_Full00001";
/// Everything that a pool, its clients, groups and users can have set.
const FULL: &str = include_str!("full_seed.yaml");

/// What is told of the pool, without the times at which it was made.
fn told(dev: &Dev) -> Vec<Value> {
    let mut told = Vec::new();
    for operation in ["DescribeUserPool", "GetUserPoolMfaConfig", "GetUserPoolSessionConfiguration", "ListGroups", "ListUsers"] {
        told.push(dev.call(operation, &json!({ "UserPoolId": POOL })));
    }
    let clients = dev.call("ListUserPoolClients", &json!({ "UserPoolId": POOL, "MaxResults": 60 }));
    for client in clients["UserPoolClients"].as_array().unwrap() {
        let client = json!({ "UserPoolId": POOL, "ClientId": client["ClientId"] });
        for operation in ["DescribeUserPoolClient", "GetUserPoolClientSessionConfiguration", "ListUserPoolClientSecrets"] {
            told.push(dev.call(operation, &client));
        }
    }
    for user in told[4]["Users"].as_array().unwrap().clone() {
        let user = json!({ "UserPoolId": POOL, "Username": user["Username"] });
        told.push(dev.call("AdminGetUser", &user));
        let mut groups = dev.call("AdminListGroupsForUser", &user);
        groups["Groups"].as_array_mut().unwrap().sort_by_key(|group| group["GroupName"].to_string());
        told.push(groups);
    }
    told.push(clients);
    told.iter_mut().for_each(without_times);
    told
}

fn without_times(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_times),
        Value::Object(members) => {
            // A secret's id ends with the time at which it was added.
            members.retain(|name, _| !name.ends_with("Date") && name != "ClientSecretId");
            members.values_mut().for_each(without_times);
        }
        _ => {}
    }
}

#[test]
fn a_pool_made_of_its_export_answers_the_same() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("full.yaml"), FULL).unwrap();
    let first = Dev::start(&folder.path().join("first"), &["--seed", &path("full.yaml")], "App client:");
    let (first_data, copy_data) = (path("first"), path("copy"));
    let whole = ["--pool", POOL, "--users", "all", "--secrets", "--password", "Sh0p-${password}"];
    let export = |data: &str, further: &[&str]| succeeds(&[&["export-seed", "--data", data][..], &whole, further].concat());
    let exported = export(&first_data, &[]);
    let before = told(&first);
    assert_eq!(before[4]["Users"].as_array().unwrap().len(), 4);
    first.stop();
    // The same without a server, and in a file.
    assert_eq!(export(&first_data, &[]), exported);
    assert_eq!(export(&first_data, &["--to", &path("copy.yaml")]), format!("Wrote {} (23 steps).\n", path("copy.yaml")));
    assert_eq!(fs::read_to_string(path("copy.yaml")).unwrap(), exported);
    assert_eq!(fs::metadata(path("copy.yaml")).unwrap().permissions().mode() & 0o777, 0o600);
    export(&first_data, &["--format", "json", "--to", &path("copy.json")]);

    for seed in ["copy.yaml", "copy.json"] {
        let _ = fs::remove_dir_all(&copy_data);
        let copy = Dev::start(&folder.path().join("copy"), &["--seed", &path(seed)], "App client:");
        assert_eq!(told(&copy), before);
        assert_eq!(export(&copy_data, &[]), exported);
        let parameters = json!({ "USERNAME": "ada", "PASSWORD": "Sh0p-${password}" });
        let input = json!({ "ClientId": "full0public", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters });
        // The pool demands a second factor, which comes behind the right password.
        let (status, answer) = copy.answer("eu-west-1", "InitiateAuth", &input);
        assert_eq!((status, &answer["__type"]), (400, &json!("InvalidUserPoolConfigurationException")), "{answer}");
        copy.stop();
    }
}

#[test]
fn what_is_asked_for_is_exported() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("full.yaml"), FULL).unwrap();
    Dev::start(&folder.path().join("data"), &["--seed", &path("full.yaml")], "App client:").stop();
    let data = path("data");
    let export = |further: &[&str]| succeeds(&[&["export-seed", "--data", &data, "--pool", POOL][..], further].concat());
    let count = |text: &str, operation: &str| text.matches(&format!("- operation: {operation}\n")).count();

    let plain = export(&[]);
    assert!(
        plain.starts_with(
            "# A user pool, made by: poolkeeper dev --seed FILE\n\
             # Client secrets are not in it: GenerateSecret makes new ones.\n\n- operation: CreateUserPool\n  as: pool\n"
        ),
        "{plain}"
    );
    assert!(!plain.contains("full_secret") && plain.contains("GenerateSecret: true"), "{plain}");
    assert_eq!((count(&plain, "AdminCreateUser"), count(&plain, "CreateGroup")), (0, 3));
    let two = export(&["--users", "2"]);
    assert_eq!((count(&two, "AdminCreateUser"), count(&two, "AdminSetUserPassword")), (2, 0));
    assert!(
        two.contains("\n# Passwords cannot be exported: users cannot sign in until AdminSetUserPassword sets one.\n"),
        "{two}"
    );
    let secrets = export(&["--secrets"]);
    assert!(secrets.contains("\n# Client secrets are in it: keep it where secrets are kept.\n"), "{secrets}");
    assert_eq!((secrets.matches("full_secret").count(), count(&secrets, "AddUserPoolClientSecret")), (2, 1));

    let refused = ["export-seed", "--data", &data, "--pool", "eu-west-1_Nowhere01"];
    fails(&refused, 2, "There is no user pool eu-west-1_Nowhere01.");
    let nowhere = ["export-seed", "--data", &data, "--pool", POOL, "--to", "/no/such/folder/seed.yaml"];
    fails(&nowhere, 1, "Cannot write /no/such/folder/seed.yaml: No such file or directory (os error 2).");
    let many = crate::program::ended(&["export-seed", "--data", &data, "--pool", POOL, "--users", "10001"]);
    assert!(many.0 == Some(2) && many.2.contains("write all, none, or a number up to 10000"), "{many:?}");
}
