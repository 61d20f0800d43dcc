//! The table of settings, the configuration and the file written by `init` agree.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use server::config::Config;
use server::config::settings::{SECTIONS, Unset};
use server::config::settings_text::file;
use testkit::TempDir;

/// A folder with the files that a configuration names.
struct Files(TempDir);

impl Files {
    fn new() -> Self {
        let files = Self(TempDir::new());
        for (name, text) in [
            ("key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
            ("secret", "wJalrXUtnFEMI/K7MDENG+bPxRfi"),
        ] {
            fs::write(files.path(name), text).unwrap();
            fs::set_permissions(files.path(name), fs::Permissions::from_mode(0o600)).unwrap();
        }
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The file written by `init`, with these settings set.
    fn text(&self, further: impl Fn(&str, &str) -> Option<String>) -> String {
        let quoted = |path: &Path| Some(format!("\"{}\"", path.display()));
        file(|section, name| {
            further(section, name).or_else(|| match (section, name) {
                ("server", "listen") => Some("\"127.0.0.1:0\"".to_owned()),
                ("server", "public_url") => Some("\"https://auth.example.com\"".to_owned()),
                ("store", "path") => quoted(&self.path("data")),
                ("keys", "master_key_file") => quoted(&self.path("key")),
                ("aws", "regions") => Some("[\"eu-west-1\"]".to_owned()),
                ("aws.access_keys", "id") => Some("\"operator\"".to_owned()),
                ("aws.access_keys", "secret_file") => quoted(&self.path("secret")),
                _ => None,
            })
        })
    }

    fn load(&self, text: &str) -> Result<Config, String> {
        fs::write(self.path("poolkeeper.toml"), text).unwrap();
        fs::set_permissions(self.path("poolkeeper.toml"), fs::Permissions::from_mode(0o600))
            .unwrap();
        Config::load(&self.path("poolkeeper.toml")).map_err(|error| error.0)
    }
}

/// Settings that exclude each other are refused for that reason, not for their names or forms.
#[test]
fn every_example_has_the_right_type() {
    let files = Files::new();
    let text = files.text(|_, _| None);
    let mut is_in_comment = false;
    for (at, line) in text.lines().enumerate() {
        assert!(line.chars().count() <= 130, "{line}");
        if line.starts_with('[') || line.starts_with("#[") {
            is_in_comment = line.starts_with('#');
        }
        let is_setting = line
            .strip_prefix('#')
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase()));
        if is_setting && !is_in_comment {
            let with: Vec<&str> = text
                .lines()
                .enumerate()
                .map(|(i, other)| if i == at { &other[1..] } else { other })
                .collect();
            if let Err(sentence) = files.load(&with.join("\n")) {
                assert!(!sentence.contains("poolkeeper.toml, line "), "{line}: {sentence}");
            }
        }
    }
    for section in SECTIONS {
        for setting in section.settings {
            let example = |name: &str, other: &str| {
                (name == section.name && other == setting.name).then(|| setting.example.to_owned())
            };
            if let Err(sentence) = files.load(&files.text(example)) {
                assert!(
                    !sentence.contains("poolkeeper.toml, line "),
                    "{}.{}: {sentence}",
                    section.name,
                    setting.name
                );
            }
        }
    }
}

#[test]
fn stated_defaults_are_the_real_ones() {
    let files = Files::new();
    let shown = |config: &Config| {
        let options = &config.store.options;
        format!("{config:?} {:?} {}", options.engine, options.min_free)
    };
    let url = |name: &str, setting: &str| match (name, setting) {
        ("store", "url") => {
            Some("\"postgres://poolkeeper@db/poolkeeper?sslmode=require\"".to_owned())
        }
        _ => None,
    };
    for section in SECTIONS {
        for setting in section.settings {
            let Unset::Value(default) = setting.default else { continue };
            // The only setting of a folder.
            let is_of_url = section.name == "store" && setting.name != "min_free";
            let with = |value: Option<&str>| {
                let text = files.text(|name, other| {
                    let is_it = name == section.name && other == setting.name;
                    value
                        .filter(|_| is_it)
                        .map(str::to_owned)
                        .or_else(|| url(name, other).filter(|_| is_of_url))
                });
                let is_folder = |line: &&str| is_of_url && line.starts_with("path = ");
                let lines: Vec<&str> = text.lines().filter(|line| !is_folder(line)).collect();
                files.load(&lines.join("\n")).unwrap()
            };
            let name = format!("{}.{}", section.name, setting.name);
            assert_eq!(shown(&with(Some(default))), shown(&with(None)), "{name}");
            if !["store.named_statements", "store.backup_before_upgrade"].contains(&name.as_str()) {
                assert_ne!(shown(&with(Some(setting.example))), shown(&with(None)), "{name}");
            }
        }
    }
}
