//! Every setting, once: what `poolkeeper init` writes and docs/settings.md lists is made of this
//! table, and the form of a file is checked by it. A setting is one row here and one field of its
//! section; a test compares the two.

/// A section of the configuration file.
pub struct Section {
    /// Its name, e.g. `aws.access_keys`.
    pub name: &'static str,
    /// Whether it may be there several times: `[[name]]`.
    pub is_list: bool,
    /// What it is about: one sentence.
    pub about: &'static str,
    /// Its settings, in the order in which they are shown.
    pub settings: &'static [Setting],
}

/// A setting.
pub struct Setting {
    /// Its name in the section.
    pub name: &'static str,
    /// What holds where it is left out.
    pub default: Unset,
    /// A value that it may have, as TOML.
    pub example: &'static str,
    /// What it does: one or two sentences.
    pub meaning: &'static str,
    /// Whether it may have another form than the example; its section then tells them apart.
    pub has_forms: bool,
}

impl Section {
    /// How it begins in the file.
    pub(crate) fn head(&self) -> String {
        let (open, close) = if self.is_list { ("[[", "]]") } else { ("[", "]") };
        format!("{open}{}{close}", self.name)
    }

    /// What a section of another is called in it: `list` for `keys.list` in `keys`.
    pub(crate) fn within(&self, outer: &Section) -> Option<&'static str> {
        self.name.strip_prefix(outer.name)?.strip_prefix('.')
    }

    /// The setting of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.name == name)
    }
}

/// What holds where a setting is left out.
pub enum Unset {
    /// It must be given.
    Required,
    /// This value, as TOML.
    Value(&'static str),
    /// What it would do is not done.
    Nothing,
}

use Unset::{Nothing, Required, Value};

const fn setting(
    name: &'static str,
    default: Unset,
    example: &'static str,
    meaning: &'static str,
) -> Setting {
    Setting { name, default, example, meaning, has_forms: false }
}

const fn setting_of_forms(
    name: &'static str,
    example: &'static str,
    meaning: &'static str,
) -> Setting {
    Setting { name, default: Nothing, example, meaning, has_forms: true }
}

/// All sections, in the order of the file.
pub const SECTIONS: &[Section] = &[
    Section {
        name: "server",
        is_list: false,
        about: "Where the server listens and how clients reach it.",
        settings: &[
            setting(
                "listen",
                Required,
                r#""127.0.0.1:7665""#,
                "The address and port of the API. It is plain HTTP: put a proxy with TLS in front.",
            ),
            setting(
                "public_url",
                Required,
                r#""https://auth.example.com""#,
                "How clients reach the server, and the beginning of every token's issuer: changing it makes issued tokens worthless. \
                 https, or http for this machine alone.",
            ),
            setting(
                "trusted_proxy",
                Value("[]"),
                r#"["10.0.0.5", "10.1.0.0/16"]"#,
                "Proxies whose X-Forwarded-Host and X-Forwarded-For are believed: addresses or networks. Needed where a proxy changes \
                 Host, which is signed.",
            ),
            setting(
                "metrics_listen",
                Nothing,
                r#""127.0.0.1:9665""#,
                "An address and port of its own for Prometheus metrics, at /_poolkeeper/metrics.",
            ),
            setting(
                "max_connections",
                Value("8192"),
                "1024",
                "At most so many connections of clients at a time; at least 16. Beyond that, those that wait longest for a request are closed.",
            ),
        ],
    },
    Section {
        name: "store",
        is_list: false,
        about: "Where data are kept: path is a folder of this machine, url a PostgreSQL database. One of the two must be given; the \
                other settings belong to url.",
        settings: &[
            setting(
                "path",
                Nothing,
                r#""/var/lib/poolkeeper""#,
                "The data folder, as an absolute path; one server at a time uses it.",
            ),
            setting(
                "url",
                Nothing,
                r#""postgres://poolkeeper@db.internal/poolkeeper?sslmode=require""#,
                "The PostgreSQL database; several hosts may be named, and several servers may use it.",
            ),
            setting(
                "engine",
                Value(r#""postgres""#),
                r#""citus""#,
                "postgres, or citus to distribute the tables over a Citus cluster at poolkeeper migrate.",
            ),
            setting(
                "password_file",
                Nothing,
                r#""/etc/poolkeeper/database.password""#,
                "A file with the database password, readable by its owner alone; read anew for each connection.",
            ),
            setting(
                "password_env",
                Nothing,
                r#""DATABASE_PASSWORD""#,
                "The environment variable that holds the database password.",
            ),
            setting(
                "password_command",
                Nothing,
                r#"["/usr/local/bin/database-token"]"#,
                "A program, with its arguments, that prints the database password; run anew for each connection.",
            ),
            setting(
                "tls_ca_file",
                Nothing,
                r#""/etc/poolkeeper/database-ca.pem""#,
                "The certificates, in PEM, that the database's must be signed by, instead of the system's.",
            ),
            setting(
                "connections",
                Value("16"),
                "32",
                "At most so many connections to the database from this server; at least 2.",
            ),
            setting(
                "named_statements",
                Value("true"),
                "false",
                "false behind a pooler in transaction mode, such as PgBouncer; docs/POSTGRESQL.md says what it asks of you.",
            ),
        ],
    },
    Section {
        name: "keys",
        is_list: false,
        about: "The master key, which seals every secret in the database. Keep it apart from the data and their backups, and keep a copy \
                of it: nothing opens without it. One of these settings, or keys.list, must be given.",
        settings: &[
            setting(
                "master_key_file",
                Nothing,
                r#""/etc/poolkeeper/master.key""#,
                "A file with the key, readable by its owner alone, not in the data folder. Made with: openssl rand -base64 32",
            ),
            setting(
                "master_key_env",
                Nothing,
                r#""POOLKEEPER_MASTER_KEY""#,
                "The environment variable that holds the key.",
            ),
            setting(
                "master_key_command",
                Nothing,
                r#"["/usr/local/bin/unseal", "poolkeeper"]"#,
                "A program, with its arguments, that prints the key; it has ten seconds.",
            ),
        ],
    },
    Section {
        name: "keys.list",
        is_list: true,
        about: "Several master keys, in the place of master_key_...: the first wraps, all unwrap. Each comes from a file, the environment \
                or a command.",
        settings: &[
            setting("file", Nothing, r#""/etc/poolkeeper/new.key""#, "As keys.master_key_file."),
            setting("env", Nothing, r#""POOLKEEPER_NEW_KEY""#, "As keys.master_key_env."),
            setting(
                "command",
                Nothing,
                r#"["/usr/local/bin/unseal", "new"]"#,
                "As keys.master_key_command.",
            ),
        ],
    },
    Section {
        name: "aws",
        is_list: false,
        about: "What clients take from AWS: regions, the account, the issuer.",
        settings: &[
            setting(
                "regions",
                Required,
                r#"["eu-west-1"]"#,
                "The regions that user pools may be in and that signatures may name; at least one. The first is that of requests that \
                 name none.",
            ),
            setting(
                "account_id",
                Value(r#""000000000000""#),
                r#""111122223333""#,
                "The AWS account in ARNs, twelve digits.",
            ),
            setting(
                "issuer",
                Value(r#""own""#),
                r#""aws""#,
                "own: the issuer in tokens is public_url and the pool's id. aws: it has Amazon's form, for verifiers that insist on it; \
                 they must be handed this server's keys.",
            ),
        ],
    },
    Section {
        name: "aws.access_keys",
        is_list: true,
        about: "Who may administer: an id and a secret, which clients use as AWS credentials. At least one must be given, and each has \
                exactly one of secret_file, secret_env and secret.",
        settings: &[
            setting(
                "id",
                Required,
                r#""AKIAOPERATOR""#,
                "The access key id: 3 to 128 letters, digits, '_', '-' or '.'.",
            ),
            setting(
                "secret_file",
                Nothing,
                r#""/etc/poolkeeper/operator.secret""#,
                "A file with the secret, readable by its owner alone; at least 20 characters. Made with: openssl rand -base64 30",
            ),
            setting(
                "secret_env",
                Nothing,
                r#""POOLKEEPER_OPERATOR_SECRET""#,
                "The environment variable that holds the secret.",
            ),
            setting(
                "secret",
                Nothing,
                r#""a secret of at least 20 characters""#,
                "The secret itself; this file must then be readable by its owner alone.",
            ),
            setting(
                "actions",
                Nothing,
                r#"["cognito-idp:AdminGetUser", "cognito-idp:List*"]"#,
                "What the key may do, with wildcards; everything where it is left out.",
            ),
            setting(
                "pools",
                Nothing,
                r#"["arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_Example00"]"#,
                "The ARNs of the pools it may do that on, with wildcards; all where it is left out.",
            ),
        ],
    },
    Section {
        name: "passwords",
        is_list: false,
        about: "How new passwords are kept.",
        settings: &[setting(
            "at_rest",
            Value(r#""srp""#),
            r#""argon2id""#,
            "srp: every sign-in flow works. argon2id: the SRP flows are refused, and guesses are expensive to whoever stole the database \
             and the master key.",
        )],
    },
    Section {
        name: "limits",
        is_list: false,
        about: "How many requests a second may come, by the class of their operation; docs/SECURITY.md has the classes and their defaults. \
                What is beyond answers TooManyRequestsException. Each server counts for itself.",
        settings: &[
            setting_of_forms(
                "per_address",
                r#"{ UserAuthentication = 50, UserCreation = "off" }"#,
                "Of one client address, for operations without a signature; ten seconds' worth at once. \"off\", or a table of classes: those not \
                 named keep their default. Behind a proxy set server.trusted_proxy, or all its clients count as one.",
            ),
            setting_of_forms(
                "per_pool",
                r#""off""#,
                "For one user pool; two seconds' worth at once. Written in the same way.",
            ),
            setting(
                "unlimited_address",
                Value("[]"),
                r#"["10.2.0.0/16"]"#,
                "Addresses or networks that per_address does not count: back ends of your own that sign users in.",
            ),
        ],
    },
];
