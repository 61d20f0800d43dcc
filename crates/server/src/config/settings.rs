//! The table of settings. Each section declares its own rows with `settings!`, next to their
//! checks; the file that `poolkeeper init` writes, docs/settings.md and the form of a file all come
//! from here.

/// A section of the configuration file.
pub struct Section {
    /// Its name, e.g. `aws.access_keys`.
    pub name: &'static str,
    /// Whether it may occur several times: `[[name]]`.
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
    /// What applies if it is left out.
    pub default: Unset,
    /// A possible value, as TOML.
    pub example: &'static str,
    /// What it does: one or two sentences.
    pub meaning: &'static str,
    /// Whether values of another form than the example's are accepted; the section checks them.
    pub has_forms: bool,
}

impl Section {
    /// Its header in the file.
    pub(crate) fn head(&self) -> String {
        let (open, close) = if self.is_list { ("[[", "]]") } else { ("[", "]") };
        format!("{open}{}{close}", self.name)
    }

    /// The name of this section within `outer`: `list` for `keys.list` in `keys`.
    pub(crate) fn within(&self, outer: &Section) -> Option<&'static str> {
        self.name.strip_prefix(outer.name)?.strip_prefix('.')
    }

    /// The setting of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.name == name)
    }
}

/// What applies if a setting is left out.
pub enum Unset {
    /// It is required.
    Required,
    /// This value, as TOML.
    Value(&'static str),
    /// Its feature is not used.
    Nothing,
}

/// All sections, in the order of the file.
pub const SECTIONS: &[Section] = &[
    super::server::Section::TABLE,
    super::store::Section::TABLE,
    super::keys::Section::TABLE,
    super::keys::Entry::TABLE,
    super::aws::Section::TABLE,
    super::aws::KeyEntry::TABLE,
    super::passwords::Section::TABLE,
    super::tokens::Section::TABLE,
    super::limits::Section::TABLE,
];

/// Declares a section: `section` or `list` (which may occur several times), its name, the struct
/// that the file is read into, and a row for each setting:
///
/// ```text
/// /// What it does, for the file and docs/settings.md.
/// name: FormInTheFile, required | nothing | forms | value("its default, as TOML"), "an example";
/// ```
///
/// If the struct is followed by `=> Checked(derives)`, each row also names its checked type and a
/// check, a `fn(name, form, &mut Faults) -> Option<Type>`. The macro then also declares the checked
/// struct and a method `each` that creates it.
macro_rules! settings {
    (
        $(#[doc = $about:literal])+
        $kind:ident $name:literal $raw:ident {
            $(
                $(#[doc = $meaning:literal])+
                $field:ident: $form:ty, $unset:ident $(($default:literal))?, $example:literal;
            )*
            $( with $list:ident: $entry:ty; )*
        }
    ) => {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $raw {
            $( $(#[doc = $meaning])+ $field: $form, )*
            $( #[serde(default)] $list: $entry, )*
        }

        impl $raw {
            pub(super) const TABLE: $crate::config::settings::Section =
                $crate::config::settings::Section {
                    name: $name,
                    is_list: settings!(@is_list $kind),
                    about: concat!($($about),+),
                    settings: &[ $(
                        $crate::config::settings::Setting {
                            name: stringify!($field),
                            default: settings!(@unset $unset $(($default))?),
                            example: $example,
                            meaning: concat!($($meaning),+),
                            has_forms: settings!(@has_forms $unset),
                        },
                    )* ],
                };
        }
    };
    (
        $(#[doc = $about:literal])+
        $kind:ident $name:literal $raw:ident => $checked:ident ($($derive:ident),+) {
            $(
                $(#[doc = $meaning:literal])+
                $field:ident: $form:ty => $type:ty = $check:expr,
                $unset:ident $(($default:literal))?, $example:literal;
            )*
            $(
                with $(#[doc = $list_meaning:literal])+
                $list:ident: $entry:ty => $list_type:ty = $list_check:expr;
            )*
        }
    ) => {
        settings! {
            $(#[doc = $about])+
            $kind $name $raw {
                $(
                    $(#[doc = $meaning])+
                    $field: $form, $unset $(($default))?, $example;
                )*
                $( with $list: $entry; )*
            }
        }

        $(#[doc = $about])+
        #[derive($($derive),+)]
        pub struct $checked {
            $( $(#[doc = $meaning])+ pub $field: $type, )*
            $( $(#[doc = $list_meaning])+ pub $list: $list_type, )*
        }

        impl $raw {
            /// Checks each setting on its own.
            fn each(self, faults: &mut super::faults::Faults) -> Option<$checked> {
                $( let $field =
                    ($check)(concat!($name, ".", stringify!($field)), self.$field, faults); )*
                $( let $list =
                    ($list_check)(concat!($name, ".", stringify!($list)), self.$list, faults); )*
                Some($checked { $( $field: $field?, )* $( $list: $list?, )* })
            }
        }
    };
    (@is_list section) => { false };
    (@is_list list) => { true };
    (@unset required) => { $crate::config::settings::Unset::Required };
    (@unset value($default:literal)) => { $crate::config::settings::Unset::Value($default) };
    (@unset nothing) => { $crate::config::settings::Unset::Nothing };
    (@unset forms) => { $crate::config::settings::Unset::Nothing };
    (@has_forms forms) => { true };
    (@has_forms $other:ident) => { false };
}

pub(super) use settings;
