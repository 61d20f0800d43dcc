//! `dev --seed`: what it creates, what it does at the next start, and what it refuses.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::program::{Dev, ended, fails, start, succeeds};

pub(crate) const SHOP: &str = "eu-west-1_Shop00001";

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A folder for a test's files.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(TempDir::new())
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    /// Starts on the folder `data` with one seed.
    #[track_caller]
    pub(crate) fn dev(&self, seed: &str, last: &str) -> Dev {
        Dev::start(&self.0.path().join("data"), &["--seed", seed], last)
    }

    /// Requires that `dev` refuses to start on the folder `data` with these seeds.
    #[track_caller]
    pub(crate) fn fails(&self, seeds: &[&str], code: i32, sentence: &str) {
        let data = self.path("data");
        let seeds: Vec<&str> = seeds.iter().flat_map(|seed| ["--seed", seed]).collect();
        fails(
            &[&["dev", "--listen", "127.0.0.1:0", "--data", &data][..], &seeds].concat(),
            code,
            sentence,
        );
    }
}

fn sign_in(dev: &Dev, client: &str, username: &str, password: &str) -> Value {
    let parameters = json!({ "USERNAME": username, "PASSWORD": password });
    dev.call("InitiateAuth", &json!({ "ClientId": client, "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters }))
}

fn attribute<'a>(user: &'a Value, name: &str) -> &'a str {
    let attributes = user["UserAttributes"].as_array().unwrap();
    attributes.iter().find(|one| one["Name"] == name).and_then(|one| one["Value"].as_str()).unwrap()
}

#[test]
fn the_example_creates_a_shop() {
    let place = Place::new();
    let seed = repository().join("examples/seed.yaml");
    let dev = place.dev(seed.to_str().unwrap(), "--auth-flow");
    let rest = "\
User pool:        eu-west-1_Shop00001  shop
App client:       shop0browser0client00000001  browser
App client:       shop0server0client000000001  server, with a secret

Paste this to sign in, replacing the dots with the user's password:

export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any
aws cognito-idp --endpoint-url http://HOST --region eu-west-1 initiate-auth --client-id shop0browser0client00000001 \\
    --auth-flow USER_PASSWORD_AUTH --auth-parameters 'USERNAME=ada@example.com,PASSWORD=...'
";
    let begin = format!(
        "Poolkeeper {} is listening on \
         http://HOST\nInbox:            http://HOST/_poolkeeper/inbox\n\
         Token explainer:  http://HOST/_poolkeeper/token\n",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(dev.said(), format!("{begin}Seeds:            12 steps applied\n{rest}"));

    for (name, group) in [("ada@example.com", "staff"), ("ben@example.com", "customers")] {
        let tokens = sign_in(&dev, "shop0browser0client00000001", name, "Development1");
        assert!(tokens["AuthenticationResult"]["IdToken"].is_string(), "{tokens}");
        let groups =
            dev.call("AdminListGroupsForUser", &json!({ "UserPoolId": SHOP, "Username": name }));
        assert_eq!(groups["Groups"][0]["GroupName"], group);
    }
    let cleo = sign_in(&dev, "shop0browser0client00000001", "cleo@example.com", "Development1");
    assert_eq!(cleo["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    let ben =
        dev.call("AdminGetUser", &json!({ "UserPoolId": SHOP, "Username": "ben@example.com" }));
    assert_eq!(attribute(&ben, "sub"), "5a000000-0000-4000-8000-000000000002");
    assert_eq!(attribute(&ben, "custom:customer_number"), "0042");
    let server = json!({ "UserPoolId": SHOP, "ClientId": "shop0server0client000000001" });
    let server = dev.call("DescribeUserPoolClient", &server);
    assert_eq!(server["UserPoolClient"]["ClientSecret"], "for_development_only_shop_server_secret");

    // Changes made since then are kept.
    dev.call("AdminDeleteUser", &json!({ "UserPoolId": SHOP, "Username": "cleo@example.com" }));
    let everything = |dev: &Dev| {
        let pool = json!({ "UserPoolId": SHOP });
        ["DescribeUserPool", "ListUserPoolClients", "ListGroups", "ListUsers"]
            .map(|operation| dev.call(operation, &pool))
    };
    let before = everything(&dev);
    dev.stop();
    let again = place.dev(seed.to_str().unwrap(), "--auth-flow");
    assert_eq!(again.said(), format!("{begin}Seeds:            all steps already applied\n{rest}"));
    assert_eq!(everything(&again), before);
    again.stop();
    let data = place.path("data");
    assert_eq!(
        fs::metadata(format!("{data}/seeds.journal")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(ended(&["doctor", "--deep", "--data", &data]).0, Some(0));
}

#[test]
fn the_example_in_the_documentation_works() {
    let page = fs::read_to_string(repository().join("docs/seeds.md")).unwrap();
    let (_, example) = page.split_once("```yaml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let place = Place::new();
    let dev = place.dev(&place.write("seed.yaml", example), "--auth-flow");
    assert!(
        dev.printed.contains("\nApp client:       notes0web0client0000000001  web of notes\n"),
        "{}",
        dev.printed
    );
    let tokens = sign_in(&dev, "notes0web0client0000000001", "jo@example.com", "Passw0rd!");
    assert!(tokens["AuthenticationResult"]["AccessToken"].is_string(), "{tokens}");
    let members = dev.call(
        "ListUsersInGroup",
        &json!({ "UserPoolId": "eu-west-1_Notes0001", "GroupName": "editors" }),
    );
    assert_eq!(members["Users"][0]["Username"], "0d9e2b1c-5a74-4f0e-9c3b-7e1f6a2d4b58");
}

pub(crate) const POOL: &str = "- { operation: CreateUserPool, as: shop, id: eu-west-1_Shop00001, input: { PoolName: shop } }\n";

pub(crate) fn group(name: &str) -> String {
    format!(
        "- {{ operation: CreateGroup, input: {{ UserPoolId: \"${{shop.UserPool.Id}}\", GroupName: {name} }} }}\n"
    )
}

pub(crate) fn groups(dev: &Dev) -> Vec<String> {
    let listed = dev.call("ListGroups", &json!({ "UserPoolId": SHOP }));
    listed["Groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["GroupName"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn without_a_seed_the_folder_is_used_as_it_is() {
    let place = Place::new();
    place.dev(&place.write("seed.yaml", POOL), "User pool:").stop();
    Dev::start(&place.0.path().join("data"), &[], "Token explainer:").stop();
    let examined = succeeds(&["doctor", "--data", &place.path("data")]);
    assert!(examined.contains("opens 1 user pool"), "{examined}");
}

#[test]
fn a_seed_may_grow_but_not_change() {
    let place = Place::new();
    let (a, b, c) = (group("a"), group("b"), group("c"));
    let seed = |text: &str| place.write("seed.yaml", text);
    let start = |text: &str, steps: &str| {
        let dev = place.dev(&seed(text), "User pool:");
        assert!(dev.printed.contains(&format!("Seeds:            {steps}\n")), "{}", dev.printed);
        let groups = groups(&dev);
        dev.stop();
        groups
    };
    assert_eq!(start(&format!("{POOL}{a}"), "2 steps applied"), ["a"]);
    // New steps in the middle and at the end, then the same steps written differently.
    assert_eq!(start(&format!("{POOL}{b}{a}{c}"), "2 steps applied"), ["a", "b", "c"]);
    let pool = "- operation: 'CreateUserPool'\n  id: \"eu-west-1_Shop00001\"\n  as: shop\n  input:\n    PoolName: shop\n";
    assert_eq!(start(&format!("{pool}{c}{b}{a}"), "all steps already applied"), ["a", "b", "c"]);
    let (path, data) = (place.path("seed.yaml"), place.path("data"));
    let refused = |text: &str, what: &str| {
        let undo =
            "Undo that change, or start with a new data folder (--data) to run all steps again.";
        place.fails(&[&seed(text)], 2, &format!("{path}, {what} {undo}"));
    };
    let gone = format!(
        "step 2 (CreateGroup, b) was done in the data folder {data}, but is no longer in the seeds."
    );
    refused(&format!("{POOL}{a}{c}"), &gone);
    let changed =
        |what: &str| format!("{what} has changed since it was done in the data folder {data}.");
    let shops = POOL.replace("PoolName: shop", "PoolName: shops");
    refused(&format!("{shops}{a}{b}{c}"), &changed("step 1 (CreateUserPool as shop, shops)"));
    let described = c.replace("GroupName: c", "GroupName: c, Description: d");
    refused(&format!("{POOL}{a}{b}{}{described}", group("d")), &changed("step 5 (CreateGroup, c)"));
    // The journal of an older version does not record where a step was.
    let journal = fs::read_to_string(place.path("data/seeds.journal")).unwrap();
    let old: Vec<String> =
        journal.lines().filter(|line| line.starts_with("{\"step\"")).map(without_place).collect();
    fs::write(place.path("data/seeds.journal"), format!("{}\n", old.join("\n"))).unwrap();
    let gone = format!(
        "A step (CreateGroup) was done in the data folder {data}, but is no longer in the seeds. \
         Undo that change, or start with a new data folder (--data) to run all steps again."
    );
    place.fails(&[&seed(&format!("{POOL}{a}{c}"))], 2, &gone);
    // Without a seed the folder is used as it is.
    let dev = Dev::start(&place.0.path().join("data"), &[], "Token explainer:");
    assert_eq!(groups(&dev), ["a", "b", "c"]);
}

fn without_place(line: &str) -> String {
    let mut entry: Value = serde_json::from_str(line).unwrap();
    entry
        .as_object_mut()
        .unwrap()
        .retain(|name, _| ["step", "operation", "as", "answer"].contains(&name.as_str()));
    entry.to_string()
}

#[test]
fn a_failed_first_step_mentions_no_earlier_steps() {
    let place = Place::new();
    let seed = place.write(
        "seed.yaml",
        "- { operation: CreateGroup, input: { UserPoolId: eu-west-1_None, GroupName: a } }\n",
    );
    let sentence = format!(
        "{seed}, step 1 (CreateGroup): ResourceNotFoundException: User pool eu-west-1_None does \
         not exist. Fix it and start again."
    );
    place.fails(&[&seed], 1, &sentence);
}

#[test]
fn a_failing_step_stops_the_seed_and_is_done_once_it_is_fixed() {
    let place = Place::new();
    let (a, b) = (group("a"), group("b"));
    let seed = place.write("seed.yaml", &format!("{POOL}{a}{a}{b}"));
    let failed = format!(
        "{seed}, step 3 (CreateGroup): GroupExistsException: A group with the name already \
         exists. The steps before it are done; fix this one and start again."
    );
    place.fails(&[&seed], 1, &failed);
    place.fails(&[&seed], 1, &failed);
    place.write("seed.yaml", &format!("{POOL}{a}{b}"));
    // A process killed in the middle of a line leaves part of it.
    let journal = place.path("data/seeds.journal");
    let whole = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, format!("{whole}{{\"step\":\"00")).unwrap();
    let dev = place.dev(&seed, "User pool:");
    assert!(dev.printed.contains("Seeds:            1 step applied\n"), "{}", dev.printed);
    assert_eq!(groups(&dev), ["a", "b"]);
    dev.stop();
    assert_eq!(fs::read_to_string(&journal).unwrap().matches("{\"step\":").count(), 3);
    fs::write(&journal, format!("rubbish\n{whole}")).unwrap();
    let (code, _, complaint) =
        ended(&["dev", "--listen", "127.0.0.1:0", "--data", &place.path("data"), "--seed", &seed]);
    assert_eq!(code, Some(1));
    assert!(
        complaint.contains("seeds.journal is damaged (")
            && complaint.ends_with("; use a new data folder.\n"),
        "{complaint}"
    );
}

#[test]
fn a_signal_stops_the_seed_between_two_steps() {
    let place = Place::new();
    let all: Vec<String> = (0..5_000).map(|number| group(&format!("g{number}"))).collect();
    let seed = place.write("seed.yaml", &format!("{POOL}{}", all.concat()));
    let data = place.path("data");
    let child = start(&["dev", "--listen", "127.0.0.1:0", "--data", &data, "--seed", &seed]);
    let n_done = || {
        fs::read_to_string(format!("{data}/seeds.journal"))
            .map_or(0, |journal| journal.matches("{\"step\":").count())
    };
    while n_done() < 2 {
        std::thread::yield_now();
    }
    assert!(
        Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success()
    );
    let output = child.wait_with_output().unwrap();
    let done = n_done();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "poolkeeper: Stopped before {seed}, step {} (CreateGroup); start again to continue \
             there.\n",
            done + 1
        )
    );
    // The journal names exactly the steps that were done.
    place.write("seed.yaml", &format!("{POOL}{}{}", all[..done - 1].concat(), group("last")));
    let dev = place.dev(&seed, "User pool:");
    assert!(dev.printed.contains("Seeds:            1 step applied\n"), "{}", dev.printed);
}

#[test]
fn several_seeds_form_one_list() {
    let place = Place::new();
    let (one, other) = (
        place.write("one.yaml", POOL),
        place.write(
            "other.json",
            &json!([{
                "operation": "CreateUserPoolClient",
                "input": { "UserPoolId": "${shop.UserPool.Id}", "ClientName": "for ${shop.UserPool.Name}" },
            }])
            .to_string(),
        ),
    );
    let dev = Dev::start(
        &place.0.path().join("data"),
        &["--seed", &one, "--seed", &other],
        "App client:",
    );
    assert!(dev.printed.ends_with("  for shop\n"), "{}", dev.printed);
    dev.stop();
    place.fails(
        &[&other],
        2,
        &format!(
            "{other}, step 1 (CreateUserPoolClient): ${{shop.UserPool.Id}}: no earlier step \
            has `as: shop`."
        ),
    );
}

#[test]
fn pools_are_printed_in_the_order_of_the_seed() {
    let place = Place::new();
    place.dev(&place.write("seed.yaml", POOL), "User pool:").stop();
    let first =
        "- { operation: CreateUserPool, id: eu-west-1_First0001, input: { PoolName: first } }\n";
    let dev = place.dev(&place.write("seed.yaml", &format!("{first}{POOL}")), SHOP);
    let expected = "User pool:        eu-west-1_First0001  first\nUser \
        pool:        eu-west-1_Shop00001  shop\n";
    assert!(dev.printed.ends_with(expected), "{}", dev.printed);
}

#[test]
fn an_invitation_is_sent_again() {
    let place = Place::new();
    let user = |id: &str, action: &str| {
        let input = format!(
            "UserPoolId: \"${{shop.UserPool.Id}}\", Username: jo, MessageAction: {action}, \
             UserAttributes: [{{ Name: phone_number, Value: \"+15555550100\" }}]"
        );
        format!("- {{ operation: AdminCreateUser, {id}input: {{ {input} }} }}\n")
    };
    let seed =
        place.write("seed.yaml", &format!("{POOL}{}{}", user("", "SUPPRESS"), user("", "RESEND")));
    let dev = place.dev(&seed, "User pool:");
    assert!(dev.printed.contains("Seeds:            3 steps applied\n"), "{}", dev.printed);
    let listed = dev.call("ListUsers", &json!({ "UserPoolId": SHOP }));
    assert_eq!(listed["Users"].as_array().unwrap().len(), 1);
    dev.stop();
    // RESEND creates no user, so there is no id to choose.
    let id = "5a000000-0000-4000-8000-00000000000a";
    let chosen = user(&format!("id: {id}, "), "RESEND");
    let seed = place.write(
        "seed.yaml",
        &format!("{POOL}{}{}{chosen}", user("", "SUPPRESS"), user("", "RESEND")),
    );
    let sentence = format!(
        "{seed}, step 4 (AdminCreateUser): InvalidParameterException: RESEND creates no user, so \
         the id {id} cannot be chosen. The steps before it are done; fix this one and start again."
    );
    place.fails(&[&seed], 1, &sentence);
}

#[test]
fn a_refused_seed_creates_nothing() {
    let place = Place::new();
    let missing = place.path("missing.yaml");
    place.fails(
        &[&missing],
        2,
        &format!("Cannot read the seed {missing}: No such file or directory (os error 2)."),
    );
    for (text, why) in [
        (
            "- operation: CreateUserPool\n  inputs: {}\n",
            "it has an unknown member `inputs`; the members are operation, as, id and input",
        ),
        (
            "operation: CreateUserPool\n",
            "it is not a list of steps, each beginning with `- operation: `",
        ),
    ] {
        let seed = place.write("seed.yaml", text);
        let step = if text.starts_with('-') { "step 1: " } else { "" };
        place.fails(&[&seed], 2, &format!("The seed {seed} cannot be read: {step}{why}."));
    }
    let seed = place.write("seed.yaml", &format!("{POOL}- operation: CreateGroups\n"));
    place.fails(
        &[&seed],
        2,
        &format!(
            "{seed}, step 2 (CreateGroups): the user pool API has no \
        operation CreateGroups."
        ),
    );
    assert!(!Path::new(&place.path("data")).exists());
}

#[test]
fn ids_are_checked() {
    let place = Place::new();
    let client = "- { operation: CreateUserPoolClient, id: web, input: { UserPoolId: eu-west-1_Shop00001, ClientName: w } }\n";
    let user = |id: &str, name: &str| {
        format!(
            "- {{ operation: AdminCreateUser, id: {id}, input: {{ UserPoolId: eu-west-1_Shop00001, Username: {name} }} }}\n"
        )
    };
    let sub = "5a000000-0000-4000-8000-00000000000a";
    let made = format!("{POOL}{client}{}", user(sub, "ada"));
    let namesake = "5a000000-0000-4000-8000-00000000000b";
    let named = format!(
        "{made}- {{ operation: AdminCreateUser, input: {{ UserPoolId: eu-west-1_Shop00001, Username: {namesake} }} }}\n"
    );
    for (step, operation, why) in [
        (POOL.replace("as: shop, ", ""), "CreateUserPool", format!("The id {SHOP} is already used by a user pool")),
        (client.to_owned(), "CreateUserPoolClient", "The id web is already used by an app client".to_owned()),
        (user(sub, "ben"), "AdminCreateUser", format!("The id {sub} is already used by a user")),
        (user(namesake, "ben"), "AdminCreateUser", format!("The id {namesake} is already used by a user")),
        (
            POOL.replace("as: shop, ", "").replace(SHOP, "eu-west-1_Shop-1"),
            "CreateUserPool",
            "'eu-west-1_Shop-1' is not the id of a user pool; use a form such as eu-west-1_Shop00001".to_owned(),
        ),
        (
            client.replace("web", "we-b"),
            "CreateUserPoolClient",
            "'we-b' is not the id of an app client: 1 to 128 letters of a-z, A-Z, 0-9, _ and +".to_owned(),
        ),
        (
            user("5A000000-0000-4000-8000-00000000000C", "ben"),
            "AdminCreateUser",
            "'5A000000-0000-4000-8000-00000000000C' is not the sub of a user: a UUID in lower case, such as \
             6f1c2a34-0b1d-4c6e-9f00-5d1b2c3a4e5f"
                .to_owned(),
        ),
        (
            group("a").replace("CreateGroup,", "CreateGroup, id: a,"),
            "CreateGroup",
            "CreateGroup does not accept a chosen id; only CreateUserPool, CreateUserPoolClient, AdminCreateUser do"
                .to_owned(),
        ),
    ] {
        let seed = place.write("seed.yaml", &format!("{named}{step}"));
        let sentence = format!(
            "{seed}, step 5 ({operation}): InvalidParameterException: {why}. The steps before it \
             are done; fix this one and start again."
        );
        place.fails(&[&seed], 1, &sentence);
    }
}

#[test]
fn requests_cannot_choose_ids() {
    let folder = TempDir::new();
    let dev = Dev::start(folder.path(), &["--empty"], "Token explainer:");
    let input = json!({ "PoolName": "p", "Id": SHOP, "id": SHOP, "UserPoolId": SHOP, "ids": { "UserPool": SHOP } });
    let (status, made) = dev.answer("eu-west-1", "CreateUserPool", &input);
    assert_eq!(status, 200);
    assert_ne!(made["UserPool"]["Id"], SHOP);
}
