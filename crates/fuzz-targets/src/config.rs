//! The configuration file. Input: its text.

/// Any text is accepted or refused with one sentence; nothing that it names is opened or run.
pub fn config(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Err(error) = server::config::check_text(text) {
        let message = error.to_string();
        assert!(
            message.ends_with(['.', '5', '0']) || message.contains("openssl"),
            "not a sentence: {message}"
        );
        assert!(
            message.len() <= 1024 + 2 * text.len(),
            "a message of {} bytes for {}",
            message.len(),
            text.len()
        );
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let whole = r#"
[server]
listen = "127.0.0.1:7665"
public_url = "https://auth.example.com/"
trusted_proxy = ["10.0.0.0/8", "::1"]
metrics_listen = "127.0.0.1:9090"
[store]
path = "/var/lib/poolkeeper"
[keys]
list = [{ file = "/etc/poolkeeper/master.key" }, { env = "KEY" }]
[aws]
regions = ["eu-west-1", "us-east-1"]
account_id = "111122223333"
issuer = "aws"
[[aws.access_keys]]
id = "AKIDEXAMPLE"
secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
actions = ["cognito-idp:*", "cognito-idp:AdminGetUser"]
pools = ["arn:aws:cognito-idp:*:*:userpool/*"]
[passwords]
at_rest = "argon2id"
"#;
    let database = r#"
server = { listen = "[::]:0", public_url = "http://localhost:7665" }
keys.master_key_env = "KEY"
aws = { regions = ["eu-west-1"], access_keys = [] }
[store]
url = "postgres://poolkeeper@db1,db2:5433/poolkeeper?sslmode=require&target_session_attrs=read-write"
engine = "citus"
connections = 2
named_statements = false
"#;
    vec![whole.into(), database.into()]
}
