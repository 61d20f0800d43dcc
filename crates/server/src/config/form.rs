//! Checks the form of a configuration against the table of settings: which names exist, what type
//! each value has, and which are required. A fault names the setting and its line, and quotes
//! nothing, because the line may hold a secret.

use std::path::Path;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::settings::{SECTIONS, Section, Setting, Unset};
use super::{Sections, aws, keys, limits, passwords, server, store, tokens};

/// Maximum number of characters shown of an unknown name.
const MOST_SHOWN: usize = 60;

/// Reads the sections. A section of the wrong form is `None`, and its faults are recorded.
pub(super) fn read(text: &str, path: &Path, faults: &mut Faults) -> Sections {
    let mut table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let line = line_of(text, error.span().unwrap_or_default().start);
            faults.note(format!(
                "{}, line {line}: {}.",
                path.display(),
                error.message().replace('\n', " ")
            ));
            return Sections::default();
        }
    };
    let mut form = Form { text, found: Vec::new(), broken: Vec::new() };
    form.look_at(&mut table);
    // In the order of the file; a missing section has no line and comes first.
    form.found.sort_by_key(|(line, _)| *line);
    for (line, fault) in form.found {
        let place = line.map_or_else(String::new, |line| format!(", line {line}"));
        faults.note(format!("{}{place}: {fault}", path.display()));
    }
    let mut take = Take { table, broken: form.broken, path, faults };
    Sections {
        server: take.section(&server::Section::TABLE),
        // Without defaults: its check must know which settings were given.
        store: take.as_given(&store::Section::TABLE),
        keys: take.section(&keys::Section::TABLE),
        aws: take.section(&aws::Section::TABLE),
        passwords: take.section(&passwords::Section::TABLE),
        tokens: take.section(&tokens::Section::TABLE),
        limits: take.section(&limits::Section::TABLE),
    }
}

/// The line number of an offset in the text.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

/// The rest of the document; sections are taken out one by one.
struct Take<'a, 'i> {
    table: DeTable<'i>,
    broken: Vec<&'static str>,
    path: &'a Path,
    faults: &'a mut Faults,
}

impl<'i> Take<'_, 'i> {
    /// Reads a section, with defaults for the settings left out.
    fn section<T: Deserialize<'i>>(&mut self, section: &Section) -> Option<T> {
        let value = self.table.entry(Spanned::new(0..0, section.name.into())).or_insert_with(empty);
        if let DeValue::Table(table) = value.get_mut() {
            for Setting { name, default, .. } in section.settings {
                // INVARIANT: a test reads every default.
                if let Unset::Value(default) = default
                    && !table.contains_key(*name)
                    && let Ok(default) = DeValue::parse(default)
                {
                    table.insert(Spanned::new(0..0, (*name).into()), default);
                }
            }
        }
        self.as_given(section)
    }

    /// Reads a section as given; a missing one is empty.
    fn as_given<T: Deserialize<'i>>(&mut self, section: &Section) -> Option<T> {
        let name = section.name;
        if self.broken.contains(&name) {
            return None;
        }
        let value = self.table.remove(name).unwrap_or_else(empty);
        let read = T::deserialize(value.into_deserializer());
        if read.is_err() {
            let path = self.path.display();
            self.faults.note(format!(
                "{path}: [{name}] cannot be read; docs/settings.md has the form of each setting."
            ));
        }
        read.ok()
    }
}

fn empty<'i>() -> Spanned<DeValue<'i>> {
    Spanned::new(0..0, DeValue::Table(DeTable::new()))
}

/// Finds what is wrong with the form of a document.
struct Form<'a> {
    text: &'a str,
    /// Faults, with their line if they have one.
    found: Vec<(Option<usize>, String)>,
    /// Sections that cannot be read.
    broken: Vec<&'static str>,
}

impl Form<'_> {
    fn look_at(&mut self, table: &mut DeTable<'_>) {
        let sections = || SECTIONS.iter().filter(|section| !section.name.contains('.'));
        self.keep_known(
            table,
            |name| sections().any(|section| section.name == name),
            |name| {
                let known: Vec<&str> = sections().map(|section| section.name).collect();
                format!("[{name}] is not a section; the sections are {}.", known.join(", "))
            },
        );
        for section in sections() {
            let name = section.name;
            let is_sound = match table
                .get_mut(name)
                .map(|value| (value.span().start, value.get_mut()))
            {
                None => self.section(section, &mut DeTable::new(), None),
                Some((at, DeValue::Table(settings))) => self.section(section, settings, Some(at)),
                Some((at, _)) => self.refuse(
                    Some(at),
                    format!("{name} is a section: write [{name}], and its settings below."),
                ),
            };
            if !is_sound {
                self.broken.push(name);
            }
        }
    }

    /// Checks a section and returns whether it can be read. Unknown settings are removed from it.
    fn section(&mut self, section: &Section, table: &mut DeTable<'_>, at: Option<usize>) -> bool {
        let lists: Vec<(&str, &Section)> =
            SECTIONS.iter().filter_map(|list| Some((list.within(section)?, list))).collect();
        let is_known = |name: &str| {
            section.find(name).is_some() || lists.iter().any(|(list, _)| *list == name)
        };
        self.keep_known(table, is_known, |name| {
            let known: Vec<&str> = section
                .settings
                .iter()
                .map(|setting| setting.name)
                .chain(lists.iter().map(|(list, _)| *list))
                .collect();
            format!(
                "{}.{name} is not a setting of {}; its settings are {}.",
                section.name,
                section.head(),
                known.join(", ")
            )
        });
        let mut is_sound = true;
        for setting in section.settings {
            is_sound &= match table.get(setting.name) {
                Some(value) => self.setting(section, setting, value),
                None if matches!(setting.default, Unset::Required) => {
                    self.refuse(at, missing(section, setting))
                }
                None => true,
            };
        }
        for (name, list) in lists {
            is_sound &= table.get_mut(name).is_none_or(|value| self.list(list, value));
        }
        is_sound
    }

    fn list(&mut self, section: &Section, value: &mut Spanned<DeValue<'_>>) -> bool {
        let whole = value.span().start;
        let no_list = format!(
            "{} is a list of sections: write {}, and its settings below.",
            section.name,
            section.head()
        );
        let DeValue::Array(entries) = value.get_mut() else {
            return self.refuse(Some(whole), no_list);
        };
        let mut is_sound = true;
        for entry in entries.iter_mut() {
            let at = Some(entry.span().start);
            is_sound &= match entry.get_mut() {
                DeValue::Table(table) => self.section(section, table, at),
                _ => self.refuse(at, no_list.clone()),
            };
        }
        is_sound
    }

    fn setting(
        &mut self,
        section: &Section,
        setting: &Setting,
        value: &Spanned<DeValue<'_>>,
    ) -> bool {
        // INVARIANT: a test parses every example; one that could not be parsed would refuse nothing
        // here, and serde still would.
        let Ok(example) = DeValue::parse(setting.example) else { return true };
        if setting.has_forms || fits(example.get_ref(), value.get_ref()) {
            return true;
        }
        let form = match example.get_ref() {
            DeValue::Integer(_) => "a whole number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Array(_) => "a list of strings",
            _ => "text in quotes",
        };
        let fault = format!(
            "{}.{} must be {form}, such as {}.",
            section.name, setting.name, setting.example
        );
        self.refuse(Some(value.span().start), fault)
    }

    /// Removes unknown names and records them as faults.
    fn keep_known(
        &mut self,
        table: &mut DeTable<'_>,
        is_known: impl Fn(&str) -> bool,
        fault: impl Fn(&str) -> String,
    ) {
        let unknown = table.keys().filter(|name| !is_known(name.get_ref()));
        let unknown: Vec<(usize, String)> =
            unknown.map(|name| (name.span().start, name.get_ref().to_string())).collect();
        for (at, name) in unknown {
            table.remove(name.as_str());
            let shown: String =
                name.chars().take(MOST_SHOWN).flat_map(char::escape_debug).collect();
            self.refuse(Some(at), fault(&shown));
        }
    }

    /// Records a fault. Always returns false: the form is not sound.
    fn refuse(&mut self, at: Option<usize>, fault: String) -> bool {
        self.found.push((at.map(|at| line_of(self.text, at)), fault));
        false
    }
}

fn missing(section: &Section, Setting { name, example, .. }: &Setting) -> String {
    format!(
        "{}.{name} is missing; write, for instance, {name} = {example} below {}.",
        section.name,
        section.head()
    )
}

/// Whether a value has the same form as an example.
fn fits(example: &DeValue<'_>, value: &DeValue<'_>) -> bool {
    match (example, value) {
        (DeValue::String(_), DeValue::String(_)) | (DeValue::Boolean(_), DeValue::Boolean(_)) => {
            true
        }
        (DeValue::Integer(_), DeValue::Integer(number)) => {
            i64::from_str_radix(number.as_str(), number.radix()).is_ok()
        }
        (DeValue::Array(example), DeValue::Array(values)) => values
            .iter()
            .all(|value| example.iter().all(|example| fits(example.get_ref(), value.get_ref()))),
        _ => false,
    }
}
