//! The configuration file of `serve`: defaults, and the error for each fault.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use domain::Rate;
use pools::RateLimits;
use server::config::Config;
use testkit::TempDir;
use wire::Class;

/// A folder with a valid configuration, whose text a test changes.
pub(crate) struct Files {
    folder: TempDir,
    pub(crate) text: String,
}

impl Files {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let text = format!(
            r#"
[server]
listen = "127.0.0.1:7665"
public_url = "https://auth.example.com/"
trusted_proxy = ["10.0.0.0/8"]
metrics_listen = "127.0.0.1:9090"
[store]
path = "{data}"
[keys]
master_key_file = "{key}"
[aws]
regions = ["eu-west-1"]
account_id = "111122223333"
issuer = "aws"
[[aws.access_keys]]
id = "AKIDEXAMPLE"
secret_file = "{secret}"
actions = ["cognito-idp:*"]
pools = ["*"]
[passwords]
at_rest = "srp"
"#,
            data = path("data"),
            key = path("master.key"),
            secret = path("secret"),
        );
        let files = Self { folder, text };
        files.write("master.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n", 0o600);
        files.write("secret", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\n", 0o400);
        files
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str, mode: u32) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(mode)).unwrap();
    }

    pub(crate) fn load(&self, text: &str) -> Result<Config, String> {
        self.write("poolkeeper.toml", text, 0o644);
        Config::load(&self.path("poolkeeper.toml")).map_err(|error| error.0)
    }

    /// The error after `from` was replaced by `to`.
    #[track_caller]
    pub(crate) fn refused(&self, from: &str, to: &str) -> String {
        assert!(self.text.contains(from), "{from}");
        self.load(&self.text.replace(from, to)).expect_err(to)
    }

    pub(crate) fn line(&self, name: &str) -> &str {
        self.text.lines().find(|line| line.starts_with(name)).unwrap()
    }
}

#[test]
fn a_valid_configuration() {
    let files = Files::new();
    let config = files.load(&files.text).unwrap();
    assert_eq!(config.server.public_url, "https://auth.example.com");
    assert_eq!(config.server.metrics_listen, Some("127.0.0.1:9090".parse().unwrap()));
    assert_eq!(config.store.folder, Some(files.path("data")));
    assert_eq!(config.keys.texts.len(), 1);
    assert_eq!(config.keys.texts[0].as_str(), "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    assert_eq!(config.aws.regions, ["eu-west-1"]);
    assert!(config.aws.access_keys.find("AKIDEXAMPLE").is_some());
    let shown = format!("{config:?}");
    assert!(!shown.contains("wJalr") && !shown.contains("MDEyMz"), "{shown}");
}

#[test]
fn defaults() {
    let files = Files::new();
    let text = files
        .text
        .replace("[passwords]\nat_rest = \"srp\"", "")
        .replace("account_id = \"111122223333\"", "");
    let config = files
        .load(&text.replace("issuer = \"aws\"", "").replace(files.line("metrics"), ""))
        .unwrap();
    assert_eq!(config.aws.account_id, "000000000000");
    assert_eq!(config.aws.issuer, pools::IssuerForm::Own);
    assert_eq!(config.server.metrics_listen, None);
    assert_eq!(config.server.max_connections, 8192);
    assert!(!config.passwords.may_be_mixed());
}

#[test]
fn passwords_of_an_earlier_form() {
    let files = Files::new();
    for (at_rest, earlier, may_be_mixed) in
        [("srp", "argon2id", true), ("argon2id", "srp", true), ("srp", "srp", false)]
    {
        let text = format!("at_rest = \"{at_rest}\"\nearlier = \"{earlier}\"");
        let config = files.load(&files.text.replace("at_rest = \"srp\"", &text)).unwrap();
        assert_eq!(config.passwords.may_be_mixed(), may_be_mixed, "{text}");
    }
    assert_eq!(
        files.refused("at_rest", "earlier = \"bcrypt\"\nat_rest"),
        "passwords.earlier must be \"srp\" or \"argon2id\"."
    );
}

#[test]
fn the_number_of_connections() {
    let files = Files::new();
    let with =
        |most: &str| files.text.replace("[store]", &format!("max_connections = {most}\n[store]"));
    assert_eq!(files.load(&with("16")).unwrap().server.max_connections, 16);
    let sentence = files.load(&with("15")).unwrap_err();
    assert_eq!(
        sentence,
        "server.max_connections is too small; 16 is the minimum, 8192 the default."
    );
    assert!(files.load(&with("-1")).is_err());
}

#[test]
fn a_text_can_be_checked_without_the_files_it_names() {
    let files = Files::new();
    let elsewhere =
        files.text.replace(files.line("master_key_file"), "master_key_command = [\"/bin/false\"]");
    assert!(files.load(&elsewhere).is_err());
    assert_eq!(server::config::check_text(&elsewhere), Ok(()));
    let error = server::config::check_text(&files.text.replace("at_rest", "atrest")).unwrap_err();
    assert!(error.to_string().starts_with("the configuration, line "), "{error}");
    let relative = files.text.replace(files.line("path ="), "path = \"data\"");
    assert!(
        server::config::check_text(&relative)
            .unwrap_err()
            .to_string()
            .starts_with("store.path 'data' is not absolute")
    );
}

#[test]
fn unknown_keys_and_sections() {
    let files = Files::new();
    for (from, to) in [
        ("[store]", "listn = 1\n[store]"),
        ("[keys]", "folder = \"/x\"\n[keys]"),
        ("[aws]", "master_key = \"x\"\n[aws]"),
        ("issuer = ", "issuers = "),
        ("pools = ", "pool = "),
        ("at_rest", "atrest"),
        ("[passwords]", "[password]"),
    ] {
        let sentence = files.refused(from, to);
        assert!(
            sentence.contains(" is not a setting of [")
                || sentence.contains("] is not a section; the sections are "),
            "{sentence}"
        );
        assert!(sentence.contains("poolkeeper.toml, line "), "{sentence}");
    }
    let sentence = files.refused("pools = ", "pool = ");
    let expected = "line 19: aws.access_keys.pool is not a setting of [[aws.access_keys]]; its settings are id, secret_file, secret_env, secret, actions, pools.";
    assert!(sentence.ends_with(expected), "{sentence}");
    let sentence = files.refused("[passwords]", "[password]");
    assert!(
        sentence.ends_with(
            "[password] is not a section; the sections are server, store, keys, aws, passwords, tokens, limits."
        ),
        "{sentence}"
    );
    for (from, to, sentence) in [
        ("\"srp\"", "\"do-not-show\"", "passwords.at_rest must be \"srp\" or \"argon2id\"."),
        ("issuer = \"aws\"", "issuer = \"x\"", "aws.issuer must be \"own\" or \"aws\"."),
    ] {
        assert_eq!(files.refused(from, to), sentence);
    }
    files.refused("[aws]", "[aws");
}

/// Errors use plain words, name no Rust types, and do not quote the value.
#[test]
fn wrong_types_of_settings() {
    let files = Files::new();
    let line = files.line("metrics_listen");
    for (to, sentence) in [
        (
            "max_connections = \"many\"",
            "server.max_connections must be a whole number, such as 1024.",
        ),
        ("max_connections = 1.5", "server.max_connections must be a whole number, such as 1024."),
        (
            "max_connections = 99999999999999999999",
            "server.max_connections must be a whole number, such as 1024.",
        ),
        (
            "metrics_listen = 9090",
            "server.metrics_listen must be text in quotes, such as \"127.0.0.1:9665\".",
        ),
        (
            "metrics_listen = [\"a\"]",
            "server.metrics_listen must be text in quotes, such as \"127.0.0.1:9665\".",
        ),
    ] {
        assert_eq!(
            files.refused(line, to),
            format!("{}, line 6: {sentence}", files.path("poolkeeper.toml").display())
        );
    }
    for (from, to, sentence) in [
        (
            "[store]",
            "named_statements = 1\n[store]",
            "line 7: server.named_statements is not a setting of [server]; its settings are ",
        ),
        (
            "regions = [\"eu-west-1\"]",
            "regions = \"eu-west-1\"",
            "aws.regions must be a list of strings, such as [\"eu-west-1\"].",
        ),
        (
            "regions = [\"eu-west-1\"]",
            "regions = [1]",
            "aws.regions must be a list of strings, such as [\"eu-west-1\"].",
        ),
        (
            files.line("path"),
            "path = \"/x\"\nnamed_statements = 0",
            "store.named_statements must be true or false, such as false.",
        ),
        (
            files.line("listen"),
            "",
            "server.listen is missing; write, for instance, listen = \"127.0.0.1:7665\" below [server].",
        ),
        (
            files.line("id"),
            "",
            "aws.access_keys.id is missing; write, for instance, id = \"AKIAOPERATOR\" below [[aws.access_keys]].",
        ),
        (
            "[[aws.access_keys]]",
            "[aws.access_keys]",
            "aws.access_keys is a list of sections: write [[aws.access_keys]], and its settings below.",
        ),
        (
            files.line("master"),
            "list = [\"/do-not-show\"]",
            "keys.list is a list of sections: write [[keys.list]], and its settings below.",
        ),
    ] {
        let message = files.refused(from, to);
        assert!(message.contains(sentence) && !message.contains("do-not-show"), "{message}");
    }
    let flat = format!(
        "server = 5\n{}",
        files
            .text
            .split_once("[store]")
            .map_or("", |(_, rest)| rest)
            .split_once("[keys]")
            .unwrap()
            .1
    );
    assert!(
        files
            .load(&flat)
            .unwrap_err()
            .contains("server is a section: write [server], and its settings below.")
    );
}

/// All faults are reported, in the order of the file, without those that only follow from another.
#[test]
fn all_faults_are_reported_at_once() {
    let files = Files::new();
    let text = files
        .text
        .replace("https://auth.example.com/", "http://auth.example.com")
        .replace("trusted_proxy = [\"10.0.0.0/8\"]", "trusted_proxy = [\"a\", \"b\"]\nlistn = 1")
        .replace(
            "at_rest = \"srp\"",
            "at_rest = 5\n[limits]\nper_pool = { UserRead = 0, Nothing = 1 }",
        )
        .replace("[\"eu-west-1\"]", "[\"Europe\"]")
        .replace("111122223333", "1")
        .replace("[\"cognito-idp:*\"]", "[\"fly\"]");
    let path = files.path("poolkeeper.toml");
    fs::write(&path, text).unwrap();
    fs::set_permissions(files.path("master.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let faults = Config::examine(&path).unwrap_err();
    let messages: Vec<String> = faults
        .iter()
        .map(|fault| fault.0.replace(&files.folder.path().display().to_string(), "DIR"))
        .collect();
    let expected = [
        "DIR/poolkeeper.toml, line 6: server.listn is not a setting of [server]; its settings are listen, public_url, trusted_proxy, metrics_listen, max_connections.",
        "DIR/poolkeeper.toml, line 22: passwords.at_rest must be text in quotes, such as \"argon2id\".",
        "server.public_url 'http://auth.example.com' is not https: tokens and passwords would cross the network unencrypted. Put a TLS proxy in front and give its https address.",
        "server.trusted_proxy 'a' is not an IP address or network; write it as 10.0.0.5 or 10.0.0.0/8.",
        "server.trusted_proxy 'b' is not an IP address or network; write it as 10.0.0.5 or 10.0.0.0/8.",
        "DIR/master.key holds a secret and its permissions are 0644; run: chmod 600 DIR/master.key",
        "aws.regions has 'Europe', which is not a region; use lower-case letters, digits and hyphens, e.g. eu-west-1.",
        "The account id '1' is not twelve digits; write it as 111122223333.",
        "The action fly of access key AKIDEXAMPLE is not an operation; write cognito-idp:AdminGetUser, or cognito-idp:Admin*.",
        "limits.per_pool.Nothing is not an operation class. Valid classes: ",
        "limits.per_pool.UserRead is not a rate; write a whole number of requests a second from 1 to 1000000, or \"off\" for no limit.",
    ];
    assert_eq!(messages.len(), expected.len(), "{messages:#?}");
    for (message, expected) in messages.iter().zip(expected) {
        assert!(message.starts_with(expected), "{message}");
    }
    assert_eq!(
        Config::load(&path)
            .unwrap_err()
            .0
            .replace(&files.folder.path().display().to_string(), "DIR"),
        expected[0]
    );
}

#[test]
fn an_action_that_matches_no_operation_is_refused() {
    let files = Files::new();
    for action in ["AdminGetUser", "cognito-idp:AdminGetUsr", "cognito-idp:", "iam:*"] {
        let line = format!("actions = [\"cognito-idp:*\", \"{action}\"]");
        let sentence = files.refused(files.line("actions"), &line);
        assert!(
            sentence.contains(&format!(
                "The action {action} of access key AKIDEXAMPLE is not an operation"
            )),
            "{sentence}"
        );
    }
    let good = "actions = [\"cognito-idp:admin*\", \"cognito-identity:GetId\", \"*\"]";
    assert!(files.load(&files.text.replace(files.line("actions"), good)).is_ok());
}

#[test]
fn addresses_and_urls() {
    let files = Files::new();
    assert!(
        files
            .refused("https://auth.example.com/", "http://auth.example.com")
            .contains("is not https")
    );
    assert!(
        files.refused("https://auth.example.com/", "auth.example.com").contains("is not absolute")
    );
    assert!(
        files.refused("\"127.0.0.1:7665\"", "\"7665\"").contains("is not an address with a port")
    );
    assert!(
        files
            .refused("\"127.0.0.1:9090\"", "\"127.0.0.1:7665\"")
            .contains("an address of their own")
    );
    assert!(
        files.refused("10.0.0.0/8", "proxy.example").contains("is not an IP address or network")
    );
    assert!(
        files
            .load(&files.text.replace("https://auth.example.com/", "http://localhost:7665"))
            .is_ok()
    );
}

#[test]
fn limits_by_default() {
    let files = Files::new();
    let limits = files.load(&files.text).unwrap().limits;
    assert_eq!(limits.unlimited_address, []);
    assert_eq!(limits.per_pool.keys().copied().collect::<Vec<_>>(), Class::ALL);
    assert_eq!(limits.per_pool[&Class::UserAuthentication], Rate::new(1_000, 2));
    let strict = [
        (Class::UserAuthentication, Rate::new(20, 10)),
        (Class::UserToken, Rate::new(20, 10)),
        (Class::UserCreation, Rate::new(5, 10)),
        (Class::UserAccountRecovery, Rate::new(5, 10)),
        (Class::ClientAuthentication, Rate::new(20, 10)),
        (Class::IdentityFederation, Rate::new(25, 10)),
    ];
    assert_eq!(limits.per_address, strict.into());
    assert_eq!(limits.wrong_signatures, Some(Rate::new(10, 10)));
    assert_eq!(limits.rates().unknown_ids, Some(Rate::new(20, 10)));
}

#[test]
fn configured_limits() {
    let files = Files::new();
    let with = |limits: &str| files.load(&format!("{}\n[limits]\n{limits}", files.text));
    let limits =
        with("per_address = \"off\"\nper_pool = \"off\"\nwrong_signatures = \"off\"\nunlimited_address = [\"10.0.0.0/8\"]")
            .unwrap()
            .limits;
    assert_eq!(
        (limits.rates(), limits.unlimited_address),
        (
            RateLimits { unknown_ids: Some(Rate::new(20, 10)), ..RateLimits::default() },
            vec!["10.0.0.0/8".parse().unwrap()]
        )
    );
    let limits = with(
        "[limits.per_address]\nUserAuthentication = 7\nUserCreation = \"off\"\nUserRead = 1000000",
    )
    .unwrap()
    .limits;
    assert_eq!(limits.per_address[&Class::UserAuthentication], Rate::new(7, 10));
    assert_eq!(limits.per_address[&Class::UserRead], Rate::new(1_000_000, 10));
    assert!(!limits.per_address.contains_key(&Class::UserCreation));
    assert_eq!(limits.per_address[&Class::UserAccountRecovery], Rate::new(5, 10));
    for (limits, sentence) in [
        (
            "per_address = 5",
            "limits.per_address is neither \"off\" nor a table of classes: write [limits.per_address].",
        ),
        ("per_pool = \"none\"", "limits.per_pool is neither"),
        (
            "per_pool = { UserRead = 0 }",
            "limits.per_pool.UserRead is not a rate; write a whole number of requests a second from 1 to 1000000, or \"off\" for no limit.",
        ),
        ("per_pool = { UserRead = -1 }", "is not a rate"),
        ("per_pool = { UserRead = 1.5 }", "is not a rate"),
        ("per_pool = { UserRead = 1000001 }", "is not a rate"),
        (
            "per_pool = { userread = 1 }",
            "limits.per_pool.userread is not an operation class. Valid classes: UserAuthentication, UserCreation,",
        ),
        (
            "wrong_signatures = 0",
            "limits.wrong_signatures is not a rate; write a whole number of requests a second from 1 to 1000000, or \"off\" for no limit.",
        ),
        (
            "unlimited_address = [\"office\"]",
            "limits.unlimited_address 'office' is not an IP address or network",
        ),
        (
            "per_user = 5",
            "limits.per_user is not a setting of [limits]; its settings are per_address, per_pool, wrong_signatures, unlimited_address.",
        ),
    ] {
        let refusal = with(limits).unwrap_err();
        assert!(refusal.contains(sentence), "{refusal}");
    }
}

#[test]
fn regions_account_and_keys() {
    let files = Files::new();
    assert!(files.refused("regions = [\"eu-west-1\"]", "").contains("aws.regions is missing"));
    assert!(
        files
            .refused("regions = [\"eu-west-1\"]", "regions = []")
            .contains("aws.regions is missing")
    );
    assert!(files.refused("[\"eu-west-1\"]", "[\"Europe\"]").contains("is not a region"));
    assert!(files.refused("111122223333", "1111").contains("is not twelve digits"));
    assert!(files.refused("AKIDEXAMPLE", "a/b").contains("cannot be used"));
    assert!(files.refused(files.line("secret_file"), "").contains("exactly one of"));
    assert!(
        files
            .refused(files.line("secret_file"), "secret_env = \"POOLKEEPER_TEST_UNSET\"")
            .contains("is not set")
    );
    let two =
        format!("{0}\n[[aws.access_keys]]\nid = \"AKIDEXAMPLE\"\n{0}", files.line("secret_file"));
    assert!(files.refused(files.line("secret_file"), &two).contains("twice"));
    let none = files.text.split("[[aws.access_keys]]").next().unwrap();
    assert!(files.load(none).unwrap_err().contains("nobody could administer"));
    files.write("secret", "short", 0o600);
    assert!(files.load(&files.text).unwrap_err().contains("fewer than"));
    files.write("secret", "", 0o600);
    assert!(files.load(&files.text).unwrap_err().contains("is empty"));
}

#[test]
fn a_missing_file() {
    let files = Files::new();
    let sentence = Config::load(&files.path("none.toml")).unwrap_err().0;
    assert!(sentence.starts_with("Cannot read the configuration file"), "{sentence}");
}
