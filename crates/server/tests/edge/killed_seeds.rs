//! `dev --seed` when it is killed: each step is still done exactly once.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::export_seed::{FULL, reported};
use crate::program::{Dev, start};
use crate::seeds::{POOL, Place, SHOP, group, groups};

const ENDED: &str = "{\"step\":";

impl Place {
    fn journal(&self) -> String {
        fs::read_to_string(self.path("data/seeds.journal")).unwrap()
    }

    /// Rewrites the journal as if the process had died right after its last commit, before
    /// recording the end of that step.
    fn forget_the_end(&self) {
        let journal = self.journal();
        let lines: Vec<&str> = journal.lines().collect();
        let (last, before) = lines.split_last().unwrap();
        assert!(
            last.starts_with(ENDED) && before.last().unwrap().starts_with("{\"begun\":"),
            "{journal}"
        );
        // A partly written line does not count.
        let cut = &last[..last.len() / 2];
        fs::write(self.path("data/seeds.journal"), format!("{}\n{cut}", before.join("\n")))
            .unwrap();
    }

    /// Starts with these steps, all but the last of which were done before, and dies before the
    /// last one is recorded.
    #[track_caller]
    fn dies_after(&self, steps: &[String], n_done: &str) {
        let dev = self.dev(&self.write("seed.yaml", &steps.concat()), "Seeds:");
        assert!(dev.printed.contains(&format!("Seeds:            {n_done}\n")), "{}", dev.printed);
        drop(dev);
        self.forget_the_end();
    }
}

/// Splits a seed into its steps.
fn steps(seed: &str) -> Vec<String> {
    let steps = seed.split("- operation: ").skip(1);
    steps.map(|step| format!("- operation: {step}")).collect()
}

#[test]
fn a_seed_killed_after_every_step_creates_the_same() {
    let mut seed = FULL.to_owned();
    let without_id = "AdminCreateUser\n  input:";
    for number in 0..FULL.matches(without_id).count() {
        let with_id =
            format!("AdminCreateUser\n  id: 5a000000-0000-4000-8000-00000000010{number}\n  input:");
        seed = seed.replacen(without_id, &with_id, 1);
    }
    let whole = Place::new();
    let dev = whole.dev(&whole.write("seed.yaml", &seed), "App client:");
    let expected = reported(&dev);
    dev.stop();

    let (place, steps) = (Place::new(), steps(&seed));
    for n_done in 1..=steps.len() {
        place.dies_after(&steps[..n_done], "1 step applied");
    }
    let dev = place.dev(&place.path("seed.yaml"), "App client:");
    assert!(
        dev.printed.contains("Seeds:            all steps already applied\n"),
        "{}",
        dev.printed
    );
    assert_eq!(reported(&dev), expected);
    assert_eq!(place.journal().matches(ENDED).count(), steps.len());
}

#[test]
fn lost_answers_are_looked_up() {
    let place = Place::new();
    let one = |operation: &str, name: &str, input: &str| {
        format!(
            "- {{ operation: {operation}, as: {name}, input: {{ UserPoolId: \"${{pool.UserPool.Id}}\", {input} }} }}\n"
        )
    };
    let steps = [
        "- { operation: CreateUserPool, as: pool, input: { PoolName: p, UserPoolTier: ESSENTIALS } }\n".to_owned(),
        one("CreateUserPoolClient", "web", "ClientName: web, GenerateSecret: true"),
        one(
            "UpdateUserPoolClient",
            "changed",
            "ClientId: \"${web.UserPoolClient.ClientId}\", ClientName: \"${web.UserPoolClient.ClientSecret}\"",
        ),
        one("CreateGroup", "staff", "GroupName: staff, Description: \"${changed.UserPoolClient.ClientName}\""),
        one("UpdateGroup", "same", "GroupName: \"${staff.Group.GroupName}\", Description: \"of ${staff.Group.Description}\""),
        one(
            "AdminCreateUser",
            "jo",
            "Username: jo, MessageAction: SUPPRESS, UserAttributes: [{ Name: name, Value: \"${same.Group.Description}\" }, { Name: phone_number, Value: \"+15555550100\" }]",
        ),
        one("AdminCreateUser", "again", "Username: \"${jo.User.Username}\", MessageAction: RESEND"),
        one("AdminAddUserToGroup", "nothing", "Username: \"${again.User.Attributes.0.Value}\", GroupName: staff"),
        one("SetUserPoolMfaConfig", "mfa", "MfaConfiguration: \"OFF\""),
        one("CreateGroup", "last", "GroupName: \"${mfa.MfaConfiguration}\""),
    ];
    for n_done in 1..=steps.len() {
        place.dies_after(&steps[..n_done], "1 step applied");
    }
    let dev = place.dev(&place.path("seed.yaml"), "App client:");
    let line = |name: &str| {
        dev.printed
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .split_whitespace()
            .nth(2)
            .unwrap()
    };
    let (pool, client) = (line("User pool:").to_owned(), line("App client:").to_owned());
    let client =
        dev.call("DescribeUserPoolClient", &json!({ "UserPoolId": pool, "ClientId": client }));
    let secret = client["UserPoolClient"]["ClientSecret"].as_str().unwrap().to_owned();
    assert_eq!(client["UserPoolClient"]["ClientName"], secret);
    let user = dev.call("AdminGetUser", &json!({ "UserPoolId": pool, "Username": "jo" }));
    let attributes = user["UserAttributes"].as_array().unwrap();
    let named = json!({ "Name": "name", "Value": format!("of {secret}") });
    assert!(attributes.contains(&named), "{user}");
    let listed = dev.call("ListGroups", &json!({ "UserPoolId": pool }));
    let names: Vec<&Value> =
        listed["Groups"].as_array().unwrap().iter().map(|group| &group["GroupName"]).collect();
    assert_eq!(names, ["OFF", "staff"]);
}

#[test]
fn an_answer_that_cannot_be_looked_up_is_reported() {
    let place = Place::new();
    let client = "- { operation: CreateUserPoolClient, id: web, input: { UserPoolId: eu-west-1_Shop00001, ClientName: web } }\n";
    let sign_up = |name: &str| {
        format!(
            "- {{ operation: SignUp{name}, input: {{ ClientId: web, Username: jo, Password: Passw0rd! }} }}\n"
        )
    };
    let steps = [POOL.to_owned(), client.to_owned(), sign_up("")];
    place.dies_after(&steps, "3 steps applied");
    // No later step needs this answer.
    place.dev(&place.path("seed.yaml"), "User pool:").stop();

    let place = Place::new();
    place.dies_after(&[POOL.to_owned(), client.to_owned(), sign_up(", as: jo")], "3 steps applied");
    let seed = place.path("seed.yaml");
    let sentence = format!(
        "{seed}, step 3 (SignUp) was done, but Poolkeeper died before recording its answer, which \
         cannot be read back. Start with a new data folder (--data) to run all steps again."
    );
    place.fails(&[&seed], 1, &sentence);
}

#[test]
fn a_step_inserted_before_the_unrecorded_one_is_begun_after_it() {
    let (a, b) = (group("a"), group("b"));
    // The new step was begun last and refused.
    let place = Place::new();
    place.dies_after(&[POOL.to_owned(), b.clone()], "2 steps applied");
    let refused = group("b, Description: d");
    let seed = place.write("seed.yaml", &format!("{POOL}{refused}{b}"));
    let sentence = format!(
        "{seed}, step 2 (CreateGroup): GroupExistsException: A group with the name already \
         exists. The steps before it are done; fix this one and start again."
    );
    place.fails(&[&seed], 1, &sentence);
    let dev = place.dev(&place.write("seed.yaml", &format!("{POOL}{a}{b}")), "User pool:");
    assert!(dev.printed.contains("Seeds:            1 step applied\n"), "{}", dev.printed);
    assert_eq!(groups(&dev), ["a", "b"]);
    drop(dev);

    // The new step was begun last, and the process was killed after it.
    let place = Place::new();
    place.dies_after(&[POOL.to_owned(), b.clone()], "2 steps applied");
    let other = place.write("other.yaml", &a.replace("${shop.UserPool.Id}", SHOP));
    let seed = place.write("seed.yaml", &format!("{POOL}{b}"));
    let data = place.path("data");
    let start = || Dev::start(Path::new(&data), &["--seed", &other, "--seed", &seed], "User pool:");
    assert!(start().printed.contains("Seeds:            1 step applied\n"));
    place.forget_the_end();
    let dev = start();
    assert!(
        dev.printed.contains("Seeds:            all steps already applied\n"),
        "{}",
        dev.printed
    );
    assert_eq!(groups(&dev), ["a", "b"]);
}

#[test]
fn nothing_is_begun_when_an_answer_is_missing() {
    let place = Place::new();
    let client = "- { operation: CreateUserPoolClient, id: web, input: { UserPoolId: eu-west-1_Shop00001, ClientName: web } }\n";
    let sign_up = "- { operation: SignUp, as: jo, input: { ClientId: web, Username: jo, Password: Passw0rd! } }\n";
    place.dies_after(&[POOL.to_owned(), client.to_owned(), sign_up.to_owned()], "3 steps applied");
    let seed = place.write("seed.yaml", &format!("{POOL}{}{client}{sign_up}", group("a")));
    let sentence = format!(
        "{seed}, step 4 (SignUp) was done, but Poolkeeper died before recording its answer, which \
         cannot be read back. Start with a new data folder (--data) to run all steps again."
    );
    place.fails(&[&seed], 1, &sentence);
    place.fails(&[&seed], 1, &sentence);
    let dev = Dev::start(Path::new(&place.path("data")), &[], "Token explainer:");
    assert_eq!(groups(&dev), Vec::<String>::new());
}

#[test]
fn a_refused_step_does_not_count_as_done_even_if_it_committed() {
    let place = Place::new();
    let seed = place.write("seed.yaml", &format!("{POOL}{}", group("a")));
    place.dev(&seed, "User pool:").stop();
    // As if the step had been refused after its commit, which is the last one.
    let journal = place.journal();
    let (before, ended) = journal.trim_end().rsplit_once('\n').unwrap();
    let ended: Value = serde_json::from_str(ended).unwrap();
    let refused = json!({ "refused": ended["step"] });
    fs::write(place.path("data/seeds.journal"), format!("{before}\n{refused}\n")).unwrap();
    let again = format!(
        "{seed}, step 2 (CreateGroup): GroupExistsException: A group with the name already \
         exists. The steps before it are done; fix this one and start again."
    );
    place.fails(&[&seed], 1, &again);
    // A real refusal is recorded the same way.
    assert!(place.journal().ends_with(&format!("\n{refused}\n")), "{}", place.journal());
    let dev = place.dev(&place.write("seed.yaml", &format!("{POOL}{}", group("b"))), "User pool:");
    assert!(dev.printed.contains("Seeds:            1 step applied\n"), "{}", dev.printed);
    assert_eq!(groups(&dev), ["a", "b"]);
}

#[test]
fn a_step_begun_but_not_committed_is_done() {
    let (done, place) = (Place::new(), Place::new());
    done.dev(&done.write("seed.yaml", &format!("{POOL}{}", group("a"))), "User pool:").stop();
    let begun = done.journal().lines().nth(2).unwrap().to_owned();
    place.dev(&place.write("seed.yaml", POOL), "User pool:").stop();
    fs::write(place.path("data/seeds.journal"), format!("{}{begun}\n", place.journal())).unwrap();
    let dev = place.dev(&place.write("seed.yaml", &format!("{POOL}{}", group("a"))), "User pool:");
    assert!(dev.printed.contains("Seeds:            1 step applied\n"), "{}", dev.printed);
    assert_eq!(groups(&dev), ["a"]);
}

#[test]
fn a_step_that_was_done_may_not_change_even_if_unrecorded() {
    let place = Place::new();
    place.dies_after(&[POOL.to_owned(), group("a")], "2 steps applied");
    let seed = place.write("seed.yaml", &format!("{POOL}{}", group("b")));
    let sentence = format!(
        "{seed}, step 2 (CreateGroup, b) has changed since it was done in the data folder {}. \
         Undo that change, or start with a new data folder (--data) to run all steps again.",
        place.path("data")
    );
    place.fails(&[&seed], 2, &sentence);
}

#[test]
fn a_repeatedly_killed_process_does_each_step_once() {
    let place = Place::new();
    let all: Vec<String> = (0..200).map(|number| group(&format!("g{number:03}"))).collect();
    let seed = place.write("seed.yaml", &format!("{POOL}{}", all.concat()));
    let data = place.path("data");
    let n_lines = || {
        fs::read_to_string(Path::new(&data).join("seeds.journal"))
            .map_or(0, |journal| journal.lines().count())
    };
    for n_killed in 1..=8 {
        let mut child =
            start(&["dev", "--listen", "127.0.0.1:0", "--data", &data, "--seed", &seed]);
        while n_lines() < n_killed * 37 {
            assert_eq!(child.try_wait().unwrap(), None);
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let dev = Dev::start(Path::new(&data), &["--seed", &seed], "User pool:");
    let mut names: Vec<String> = Vec::new();
    let mut request = json!({ "UserPoolId": SHOP, "Limit": 60 });
    loop {
        let page = dev.call("ListGroups", &request);
        names.extend(
            page["Groups"]
                .as_array()
                .unwrap()
                .iter()
                .map(|group| group["GroupName"].as_str().unwrap().to_owned()),
        );
        let Some(token) = page.get("NextToken") else { break };
        request["NextToken"] = token.clone();
    }
    names.sort();
    assert_eq!(names, (0..200).map(|number| format!("g{number:03}")).collect::<Vec<_>>());
    assert_eq!(place.journal().matches(ENDED).count(), 201);
}
