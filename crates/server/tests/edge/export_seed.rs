//! `export-seed`: a pool created from its own export answers as the original did.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::program::{Dev, fails, poolkeeper, succeeds};

const POOL: &str = "eu-west-1_Full00001";
/// Everything that can be set on a pool, its clients, groups and users.
pub(crate) const FULL: &str = include_str!("full_seed.yaml");

/// What the API reports about the pool, without creation and modification times.
pub(crate) fn reported(dev: &Dev) -> Vec<Value> {
    let mut reported = Vec::new();
    for operation in [
        "DescribeUserPool",
        "GetUserPoolMfaConfig",
        "GetUserPoolSessionConfiguration",
        "ListGroups",
        "ListUsers",
    ] {
        reported.push(dev.call(operation, &json!({ "UserPoolId": POOL })));
    }
    let clients = dev.call("ListUserPoolClients", &json!({ "UserPoolId": POOL, "MaxResults": 60 }));
    for client in clients["UserPoolClients"].as_array().unwrap() {
        let client = json!({ "UserPoolId": POOL, "ClientId": client["ClientId"] });
        for operation in [
            "DescribeUserPoolClient",
            "GetUserPoolClientSessionConfiguration",
            "ListUserPoolClientSecrets",
        ] {
            reported.push(dev.call(operation, &client));
        }
    }
    for user in reported[4]["Users"].as_array().unwrap().clone() {
        let user = json!({ "UserPoolId": POOL, "Username": user["Username"] });
        reported.push(dev.call("AdminGetUser", &user));
        let mut groups = dev.call("AdminListGroupsForUser", &user);
        groups["Groups"]
            .as_array_mut()
            .unwrap()
            .sort_by_key(|group| group["GroupName"].to_string());
        reported.push(groups);
    }
    reported.push(clients);
    reported.iter_mut().for_each(without_times);
    reported
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
fn a_pool_created_from_its_export_answers_the_same() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("full.yaml"), FULL).unwrap();
    let first =
        Dev::start(&folder.path().join("first"), &["--seed", &path("full.yaml")], "App client:");
    let (first_data, copy_data) = (path("first"), path("copy"));
    fs::write(path("password"), "Sh0p-${password}\n").unwrap();
    fs::set_permissions(path("password"), fs::Permissions::from_mode(0o600)).unwrap();
    let password = path("password");
    let whole = ["--pool", POOL, "--users", "all", "--secrets", "--password-file", &password];
    let export = |data: &str, further: &[&str]| {
        succeeds(&[&["export-seed", "--data", data][..], &whole, further].concat())
    };
    let exported = export(&first_data, &[]);
    let before = reported(&first);
    assert_eq!(before[4]["Users"].as_array().unwrap().len(), 4);
    first.stop();
    // The same without a server, and into a file.
    assert_eq!(export(&first_data, &[]), exported);
    assert_eq!(
        export(&first_data, &["--to", &path("copy.yaml")]),
        format!("Wrote {} (23 steps).\n", path("copy.yaml"))
    );
    assert_eq!(fs::read_to_string(path("copy.yaml")).unwrap(), exported);
    assert_eq!(fs::metadata(path("copy.yaml")).unwrap().permissions().mode() & 0o777, 0o600);
    export(&first_data, &["--format", "json", "--to", &path("copy.json")]);

    for seed in ["copy.yaml", "copy.json"] {
        let _ = fs::remove_dir_all(&copy_data);
        let copy = Dev::start(&folder.path().join("copy"), &["--seed", &path(seed)], "App client:");
        assert_eq!(reported(&copy), before);
        assert_eq!(export(&copy_data, &[]), exported);
        let parameters = json!({ "USERNAME": "ada", "PASSWORD": "Sh0p-${password}" });
        let input = json!({ "ClientId": "full0public", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters });
        // The pool requires a second factor, which is asked for only after the right password.
        let (status, answer) = copy.answer("eu-west-1", "InitiateAuth", &input);
        assert_eq!(
            (status, &answer["__type"]),
            (400, &json!("InvalidUserPoolConfigurationException")),
            "{answer}"
        );
        copy.stop();
    }
}

/// An update empties the list that creation checks the kept setting against: the export fills it.
#[test]
fn a_pool_that_was_updated_can_be_created_again() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("full.yaml"), FULL).unwrap();
    let first =
        Dev::start(&folder.path().join("first"), &["--seed", &path("full.yaml")], "App client:");
    let pool = json!({ "UserPoolId": POOL });
    first.call("UpdateUserPool", &pool);
    let before = first.call("DescribeUserPool", &pool);
    first.stop();
    let exported = ["export-seed", "--data", &path("first"), "--pool", POOL, "--to"];
    succeeds(&[&exported[..], &[path("copy.yaml").as_str()]].concat());
    let copy =
        Dev::start(&folder.path().join("copy"), &["--seed", &path("copy.yaml")], "App client:");
    let after = copy.call("DescribeUserPool", &pool);
    for kept in ["UserAttributeUpdateSettings", "MfaConfiguration", "Policies"] {
        assert_eq!(after["UserPool"][kept], before["UserPool"][kept], "{kept}");
    }
    assert_eq!(before["UserPool"].get("AutoVerifiedAttributes"), None);
    assert_eq!(after["UserPool"]["AutoVerifiedAttributes"], json!(["email"]));
    copy.stop();
}

#[test]
fn the_export_contains_what_was_asked_for() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("full.yaml"), FULL).unwrap();
    Dev::start(&folder.path().join("data"), &["--seed", &path("full.yaml")], "App client:").stop();
    let data = path("data");
    let export = |further: &[&str]| {
        succeeds(&[&["export-seed", "--data", &data, "--pool", POOL][..], further].concat())
    };
    let count =
        |text: &str, operation: &str| text.matches(&format!("- operation: {operation}\n")).count();

    let plain = export(&[]);
    assert!(
        plain.starts_with(
            "# A user pool. Create it with: poolkeeper dev --seed FILE\n\
             # Client secrets are not included: GenerateSecret creates new ones.\n\n- operation: \
             CreateUserPool\n  as: pool\n"
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
    let users = export(&["--users", "1", "--secrets"]);
    assert!(!users.contains("GenerateSecret"), "{users}");
    let secrets = export(&["--secrets"]);
    assert!(
        secrets.contains("\n# Client secrets are included: store this file as a secret.\n"),
        "{secrets}"
    );
    assert_eq!(
        (secrets.matches("full_secret").count(), count(&secrets, "AddUserPoolClientSecret")),
        (2, 1)
    );

    let refused = ["export-seed", "--data", &data, "--pool", "eu-west-1_Nowhere01"];
    fails(&refused, 2, "There is no user pool eu-west-1_Nowhere01.");
    let nowhere =
        ["export-seed", "--data", &data, "--pool", POOL, "--to", "/no/such/folder/seed.yaml"];
    fails(
        &nowhere,
        1,
        "Cannot write /no/such/folder/seed.yaml: No such file or directory (os error 2).",
    );
    let many = crate::program::ended(&[
        "export-seed",
        "--data",
        &data,
        "--pool",
        POOL,
        "--users",
        "10001",
    ]);
    assert!(
        many.0 == Some(2) && many.2.contains("give all, none, or a number up to 10000"),
        "{many:?}"
    );
}

/// A small pool with one public client and one user.
const SMALL: &str = "\
- { operation: CreateUserPool, as: pool, id: eu-west-1_Small0001, input: { PoolName: small } }
- { operation: CreateUserPoolClient, id: web, input: { UserPoolId: \"${pool.UserPool.Id}\", ClientName: web } }
- { operation: AdminCreateUser, input: { UserPoolId: \"${pool.UserPool.Id}\", Username: jo, MessageAction: SUPPRESS } }
";

#[test]
fn passwords_are_never_arguments() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("small.yaml"), SMALL).unwrap();
    Dev::start(&folder.path().join("data"), &["--seed", &path("small.yaml")], "App client:").stop();
    let data = path("data");
    let export = [
        "export-seed",
        "--data",
        &data,
        "--pool",
        "eu-west-1_Small0001",
        "--users",
        "all",
        "--password-file",
    ];
    let private = |text: &str| {
        fs::write(path("password"), text).unwrap();
        fs::set_permissions(path("password"), fs::Permissions::from_mode(0o600)).unwrap();
        path("password")
    };
    let head = "# A user pool. Create it with: poolkeeper dev --seed FILE\n\
                # Passwords cannot be exported: every user has the password given at export.\n\n- \
                operation: CreateUserPool\n";
    let of_file = succeeds(&[&export[..], &[&private("Passw0rd!\r\n")]].concat());
    assert!(of_file.starts_with(head), "{of_file}");
    assert!(of_file.contains("    Password: \"Passw0rd!\"\n"), "{of_file}");
    let mut child = poolkeeper(&[&export[..], &["-"]].concat());
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"Passw0rd!\n").unwrap();
    assert_eq!(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap(), of_file);

    let refused = |flags: &[&str], code: i32, sentence: &str| {
        fails(&[&export[..], flags].concat(), code, sentence);
    };
    let weak = "The password in --password-file does not meet the pool's password policy: \
        Password must have symbol characters; choose another one.";
    refused(&[&private("Passw0rdd")], 2, weak);
    let to = path("to.yaml");
    refused(&[&private("Passw0rdd"), "--to", &to], 2, weak);
    assert!(!fs::exists(&to).unwrap());
    let file = private("two\nlines");
    let no_password = "does not contain a password: one line of at most 256 characters.";
    refused(&[&file], 2, &format!("{file} {no_password}"));
    refused(&[&private(&"Passw0rd!".repeat(30))], 2, &format!("{file} {no_password}"));
    refused(&["-"], 2, "Standard input is empty; it must contain the password.");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    refused(
        &[&file],
        2,
        &format!("{file} holds a secret and its permissions are 0644; run: chmod 600 {file}"),
    );
    let no_users =
        ["export-seed", "--data", &data, "--pool", "eu-west-1_Small0001", "--password-file", &file];
    fails(
        &no_users,
        2,
        "--password-file sets the password of exported users, and none are exported; add --users.",
    );
}
