//! Defining a schema: CreateUserPool and AddCustomAttributes.

use wire::idp::{AttributeDataType as Type, SchemaAttributeType};

use super::{Bounds, Schema, SchemaAttribute, standard};
use crate::settings_refusal::SettingsRefusal;

/// Prefix of a custom attribute's full name.
pub(super) const CUSTOM: &str = "custom:";
/// Prefix of a developer-only custom attribute's full name.
pub(super) const DEVELOPER: &str = "dev:custom:";
/// Maximum number of custom attributes in a user pool.
const MAX_CUSTOM: usize = 50;

/// The schema entries of a stored pool with the defaults of the version that stored them: an entry
/// for a standard attribute did not make it immutable, and a custom attribute without a type was a
/// String.
pub(crate) fn with_earlier_defaults(given: &mut [SchemaAttributeType]) {
    let standard = standard::attributes();
    for one in given {
        match standard.iter().find(|known| Some(&known.name) == one.name.as_ref()) {
            Some(known) => drop(one.mutable.get_or_insert(known.mutable)),
            None => drop(one.attribute_data_type.get_or_insert(Type::String)),
        }
    }
}

/// Like [`with_earlier_defaults`], for attributes that were added later: each is custom, even one
/// with the name of a standard attribute.
pub(crate) fn added_with_earlier_defaults(added: &mut [SchemaAttributeType]) {
    for one in added {
        one.attribute_data_type.get_or_insert(Type::String);
    }
}

impl Schema {
    /// The standard attributes alone.
    pub fn standard() -> Self {
        Self { attributes: standard::attributes() }
    }

    /// The schema of a new pool: the standard attributes as the request changes them, and the
    /// request's custom attributes.
    ///
    /// # Errors
    /// `InvalidParameterException`: a standard attribute's type changed, a custom attribute that is
    /// required or without a type, bad limits, a name given twice.
    pub fn create(given: &[SchemaAttributeType]) -> Result<Self, SettingsRefusal> {
        let mut schema = Self::standard();
        for (index, one) in given.iter().enumerate() {
            let name = required_name(one)?;
            let twice =
                given.iter().take(index).any(|earlier| earlier.name.as_deref() == Some(name));
            match schema
                .attributes
                .iter_mut()
                .find(|standard| standard.name == name && !standard.is_custom())
            {
                Some(_) if twice => return Err(duplicate(name)),
                Some(standard) => change_standard(standard, one)?,
                None if twice => return Err(duplicate(&custom_name(one, name))),
                None => schema.attributes.push(custom_attribute(one, name)?),
            }
        }
        Ok(schema)
    }

    /// Fills in what the entries that this schema was made from leave out, so that they can be read
    /// without knowing the defaults of their version.
    pub(crate) fn make_explicit(&self, given: &mut [SchemaAttributeType]) {
        let standard = self.attributes.iter().filter(|known| !known.is_custom());
        for known in standard {
            for one in given.iter_mut().filter(|one| one.name.as_ref() == Some(&known.name)) {
                one.attribute_data_type.get_or_insert(known.data_type);
                one.mutable.get_or_insert(known.mutable);
            }
        }
    }

    /// This schema with further custom attributes (AddCustomAttributes). Even one with the name of
    /// a standard attribute is custom.
    ///
    /// # Errors
    /// `InvalidParameterException`: a name already in use, more than fifty custom attributes, or
    /// anything that [`Schema::create`] refuses.
    pub fn extended(&self, given: &[SchemaAttributeType]) -> Result<Self, SettingsRefusal> {
        let mut schema = self.clone();
        for one in given {
            let name = required_name(one)?;
            let attribute = custom_attribute(one, name)?;
            if schema.find(&attribute.name).is_some() {
                let text = format!(
                    "custom:{name}: Existing attribute already has name {}.",
                    attribute.name
                );
                return Err(SettingsRefusal::InvalidParameter(text));
            }
            schema.attributes.push(attribute);
        }
        if schema.attributes.iter().filter(|attribute| attribute.is_custom()).count() > MAX_CUSTOM {
            let text = format!("A user pool cannot have more than {MAX_CUSTOM} custom attributes.");
            return Err(SettingsRefusal::InvalidParameter(text));
        }
        Ok(schema)
    }
}

fn required_name(given: &SchemaAttributeType) -> Result<&str, SettingsRefusal> {
    let missing =
        || SettingsRefusal::InvalidParameter("Every schema attribute needs a Name.".to_owned());
    given.name.as_deref().ok_or_else(missing)
}

fn duplicate(full: &str) -> SettingsRefusal {
    let text =
        format!("Duplicate custom attribute names {full} are not allowed in a user pool schema.");
    SettingsRefusal::InvalidParameter(text)
}

fn custom_name(given: &SchemaAttributeType, name: &str) -> String {
    let prefix = if given.developer_only_attribute == Some(true) { DEVELOPER } else { CUSTOM };
    format!("{prefix}{name}")
}

/// Changes a standard attribute at creation: only whether it is required or mutable, and its
/// limits. An entry that does not say that the attribute is mutable makes it immutable.
fn change_standard(
    standard: &mut SchemaAttribute,
    given: &SchemaAttributeType,
) -> Result<(), SettingsRefusal> {
    let name = standard.name.as_str();
    let retyped =
        given.attribute_data_type.is_some_and(|data_type| data_type != standard.data_type);
    if retyped || given.developer_only_attribute == Some(true) {
        let text = "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute";
        return Err(SettingsRefusal::InvalidParameter(format!("{text} {name}")));
    }
    let required = given.required.unwrap_or(standard.required);
    // Users cannot be required to give what they cannot write.
    let reserved = standard.is_service_owned() || standard.is_verified_flag();
    let mutable = given.mutable.unwrap_or(reserved && standard.mutable);
    if reserved && (required != standard.required || mutable != standard.mutable) {
        return Err(SettingsRefusal::InvalidParameter(format!(
            "Cannot modify the non-mutable attribute {name}"
        )));
    }
    let (text, number) =
        (given.string_attribute_constraints.as_ref(), given.number_attribute_constraints.as_ref());
    standard.bounds = standard.bounds.overridden(name, text, number)?;
    (standard.required, standard.mutable) = (required, mutable);
    Ok(())
}

fn custom_attribute(
    given: &SchemaAttributeType,
    name: &str,
) -> Result<SchemaAttribute, SettingsRefusal> {
    if given.required == Some(true) {
        let text = "Required custom attributes are not supported currently.";
        return Err(SettingsRefusal::InvalidParameter(text.to_owned()));
    }
    let Some(data_type) = given.attribute_data_type else {
        let text =
            "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.";
        return Err(SettingsRefusal::InvalidParameter(text.to_owned()));
    };
    let open = match data_type {
        Type::String => Bounds::Length { min: None, max: None },
        Type::Number => Bounds::Range { min: None, max: None },
        Type::DateTime | Type::Boolean => Bounds::None,
    };
    let full = custom_name(given, name);
    let (text, number) =
        (given.string_attribute_constraints.as_ref(), given.number_attribute_constraints.as_ref());
    Ok(SchemaAttribute {
        bounds: open.overridden(&full, text, number)?,
        name: full,
        data_type,
        developer_only: given.developer_only_attribute == Some(true),
        mutable: given.mutable == Some(true),
        required: false,
    })
}
