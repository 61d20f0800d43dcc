//! `model/overlay.toml`: corrections of the models, each with its reason. A correction that no
//! longer applies stops the generator.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::api::Api;
use super::classes;
use super::model::{Model, Ref};

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overlay {
    #[serde(default)]
    pattern: Vec<PatternChange>,
    #[serde(default)]
    hand_matched: Vec<HandMatched>,
    #[serde(default)]
    enum_value: Vec<EnumValue>,
    #[serde(default)]
    printed_enum: Vec<PrintedEnum>,
    #[serde(default)]
    order: Vec<Order>,
    #[serde(default)]
    dropped_null: Vec<DroppedNull>,
    #[serde(default)]
    auth: Vec<AuthChange>,
    #[serde(default)]
    class: Vec<ClassChange>,
    #[serde(default)]
    error: Vec<ExtraError>,
    #[serde(default)]
    pub exception: Vec<FrontEndException>,
    #[serde(default)]
    hidden: Vec<Hidden>,
    #[serde(default)]
    sensitive: Vec<MarkedSensitive>,
}

/// Another pattern for a shape.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternChange {
    service: Api,
    shape: String,
    /// The model's pattern, to detect a change of the model.
    model: String,
    /// The pattern to check and print; without it, no pattern.
    text: Option<String>,
    #[serde(default)]
    skip_empty: bool,
    reason: String,
}

/// A pattern that a handwritten function checks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HandMatched {
    pattern: String,
    function: String,
    reason: String,
}

/// An additional value of an enum.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnumValue {
    service: Api,
    shape: String,
    value: String,
    reason: String,
}

/// The order in which messages print an enum's values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedEnum {
    service: Api,
    shape: String,
    values: Vec<String>,
    reason: String,
}

/// A member that is checked before another one which the model names earlier.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    service: Api,
    shape: String,
    member: String,
    before: String,
    reason: String,
}

/// A shape in whose place lists leave out a null instead of refusing it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DroppedNull {
    service: Api,
    shape: String,
    reason: String,
}

/// A different authentication of an operation's caller.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthChange {
    service: Api,
    operation: String,
    auth: Auth,
    reason: String,
}

/// How the caller of an operation is authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Auth {
    SigV4,
    None,
    Optional,
}

/// A class that differs from the rule's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassChange {
    service: Api,
    operation: String,
    class: String,
    reason: String,
}

/// An exception that an operation returns although the model does not declare it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtraError {
    service: Api,
    operation: String,
    exception: String,
    reason: String,
}

/// An exception of the service's front end, absent from the models.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrontEndException {
    pub name: String,
    pub status: u16,
    reason: String,
}

/// A shape or member that `Debug` must not show although the model does not mark it as sensitive.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hidden {
    service: Api,
    shape: String,
    member: Option<String>,
    reason: String,
}

/// A shape that the model should mark as sensitive: neither `Debug` nor a message shows its values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkedSensitive {
    service: Api,
    shape: String,
    reason: String,
}

/// What the overlay contains besides changes of the model itself.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// Shapes whose pattern is not applied to an empty value.
    pub skip_empty: BTreeSet<String>,
    /// Pattern text to function name.
    pub hand_matched: BTreeMap<String, String>,
    /// Enum to its values in the order of messages.
    pub printed_enum: BTreeMap<String, Vec<String>>,
    /// Shapes in whose place lists leave out a null.
    pub dropped_null: BTreeSet<String>,
    /// Operation to authentication.
    pub auth: BTreeMap<String, Auth>,
    /// Operation to class.
    pub class: BTreeMap<String, String>,
    /// Structure or shape, and for some a member, that `Debug` must not show.
    pub hidden: BTreeSet<(String, Option<String>)>,
}

impl Overlay {
    /// Parses the file. Every entry must have a reason.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let overlay: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let reasons = overlay.reasons();
        match reasons.iter().any(|reason| reason.trim().is_empty()) {
            true => Err("an entry has no reason".to_owned()),
            false => Ok(overlay),
        }
    }

    fn reasons(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        all.extend(self.pattern.iter().map(|it| it.reason.as_str()));
        all.extend(self.hand_matched.iter().map(|it| it.reason.as_str()));
        all.extend(self.enum_value.iter().map(|it| it.reason.as_str()));
        all.extend(self.printed_enum.iter().map(|it| it.reason.as_str()));
        all.extend(self.order.iter().map(|it| it.reason.as_str()));
        all.extend(self.dropped_null.iter().map(|it| it.reason.as_str()));
        all.extend(self.auth.iter().map(|it| it.reason.as_str()));
        all.extend(self.class.iter().map(|it| it.reason.as_str()));
        all.extend(self.error.iter().map(|it| it.reason.as_str()));
        all.extend(self.exception.iter().map(|it| it.reason.as_str()));
        all.extend(self.hidden.iter().map(|it| it.reason.as_str()));
        all.extend(self.sensitive.iter().map(|it| it.reason.as_str()));
        all
    }

    /// Changes `model` and returns what the model itself cannot express.
    pub(crate) fn apply(&self, api: Api, model: &mut Model) -> Result<Notes, String> {
        let mut notes = Notes::default();
        for change in self.pattern.iter().filter(|it| it.service == api) {
            change.apply(model, &mut notes)?;
        }
        for entry in &self.hand_matched {
            notes.hand_matched.insert(entry.pattern.clone(), entry.function.clone());
        }
        for entry in self.enum_value.iter().filter(|it| it.service == api) {
            entry.apply(model)?;
        }
        for entry in self.printed_enum.iter().filter(|it| it.service == api) {
            entry.apply(model, &mut notes)?;
        }
        for entry in self.order.iter().filter(|it| it.service == api) {
            entry.apply(model)?;
        }
        for entry in self.dropped_null.iter().filter(|it| it.service == api) {
            model.shapes.find(&entry.shape).ok_or_else(|| gone(&entry.shape))?;
            notes.dropped_null.insert(entry.shape.clone());
        }
        for entry in self.auth.iter().filter(|it| it.service == api) {
            entry.apply(model, &mut notes)?;
        }
        for entry in self.class.iter().filter(|it| it.service == api) {
            entry.apply(model, &mut notes)?;
        }
        for entry in self.error.iter().filter(|it| it.service == api) {
            entry.apply(model)?;
        }
        for entry in self.hidden.iter().filter(|it| it.service == api) {
            entry.apply(model, &mut notes)?;
        }
        for entry in self.sensitive.iter().filter(|it| it.service == api) {
            entry.apply(model)?;
        }
        Ok(notes)
    }
}

impl PatternChange {
    fn apply(&self, model: &mut Model, notes: &mut Notes) -> Result<(), String> {
        let shape = model.shapes.find_mut(&self.shape).ok_or_else(|| gone(&self.shape))?;
        if shape.pattern.as_ref() != Some(&self.model) {
            return Err(format!("overlay: the model's pattern of {} has changed", self.shape));
        }
        shape.pattern.clone_from(&self.text);
        if self.skip_empty {
            notes.skip_empty.insert(self.shape.clone());
        }
        Ok(())
    }
}

impl EnumValue {
    fn apply(&self, model: &mut Model) -> Result<(), String> {
        let shape = model.shapes.find_mut(&self.shape).ok_or_else(|| gone(&self.shape))?;
        let values = shape.values.as_mut().ok_or_else(|| gone(&self.shape))?;
        if values.contains(&self.value) {
            return Err(format!("overlay: {} now has {}", self.shape, self.value));
        }
        values.push(self.value.clone());
        Ok(())
    }
}

impl PrintedEnum {
    fn apply(&self, model: &Model, notes: &mut Notes) -> Result<(), String> {
        let shape = model.shapes.find(&self.shape).ok_or_else(|| gone(&self.shape))?;
        let values: BTreeSet<&String> = shape.values.iter().flatten().collect();
        if values != self.values.iter().collect() {
            return Err(format!("overlay: the values of {} have changed", self.shape));
        }
        if shape.values.as_ref() == Some(&self.values) {
            return Err(format!("overlay: {} has this order already", self.shape));
        }
        notes.printed_enum.insert(self.shape.clone(), self.values.clone());
        Ok(())
    }
}

impl Order {
    fn apply(&self, model: &mut Model) -> Result<(), String> {
        let shape = model.shapes.find_mut(&self.shape).ok_or_else(|| gone(&self.shape))?;
        let members = &mut shape.members.as_mut().ok_or_else(|| gone(&self.shape))?.0;
        let position = |name: &String| {
            members.iter().position(|(member, _)| member == name).ok_or_else(|| gone(name))
        };
        let (from, to) = (position(&self.member)?, position(&self.before)?);
        if from < to {
            return Err(format!("overlay: {} is before {} already", self.member, self.before));
        }
        let member = members.remove(from);
        members.insert(to, member);
        Ok(())
    }
}

impl AuthChange {
    fn apply(&self, model: &Model, notes: &mut Notes) -> Result<(), String> {
        let operation =
            model.operations.find(&self.operation).ok_or_else(|| gone(&self.operation))?;
        if operation.authtype.is_some() {
            return Err(format!("overlay: {} now has an authtype", self.operation));
        }
        notes.auth.insert(self.operation.clone(), self.auth);
        Ok(())
    }
}

impl ClassChange {
    /// Applied after [`AuthChange`], which the rule depends on.
    fn apply(&self, model: &Model, notes: &mut Notes) -> Result<(), String> {
        let operation =
            model.operations.find(&self.operation).ok_or_else(|| gone(&self.operation))?;
        let unmarked = if operation.authtype.is_some() { Auth::None } else { Auth::SigV4 };
        let auth = notes.auth.get(&self.operation).copied().unwrap_or(unmarked);
        if classes::by_rule(self.service, &self.operation, auth) == self.class {
            return Err(format!(
                "overlay: {} is in class {} by the rule already",
                self.operation, self.class
            ));
        }
        notes.class.insert(self.operation.clone(), self.class.clone());
        Ok(())
    }
}

impl ExtraError {
    fn apply(&self, model: &mut Model) -> Result<(), String> {
        model
            .shapes
            .find(&self.exception)
            .filter(|it| it.exception)
            .ok_or_else(|| gone(&self.exception))?;
        let operation =
            model.operations.find_mut(&self.operation).ok_or_else(|| gone(&self.operation))?;
        if operation.errors.iter().any(|error| error.shape == self.exception) {
            return Err(format!("overlay: {} now declares {}", self.operation, self.exception));
        }
        operation.errors.push(Ref::to(&self.exception));
        Ok(())
    }
}

impl Hidden {
    fn apply(&self, model: &Model, notes: &mut Notes) -> Result<(), String> {
        let shape = model.shapes.find(&self.shape).ok_or_else(|| gone(&self.shape))?;
        if let Some(member) = &self.member {
            shape.members.as_ref().and_then(|it| it.find(member)).ok_or_else(|| gone(member))?;
        }
        notes.hidden.insert((self.shape.clone(), self.member.clone()));
        Ok(())
    }
}

impl MarkedSensitive {
    fn apply(&self, model: &mut Model) -> Result<(), String> {
        let shape = model.shapes.find_mut(&self.shape).ok_or_else(|| gone(&self.shape))?;
        if std::mem::replace(&mut shape.sensitive, true) {
            return Err(format!("overlay: {} is sensitive already", self.shape));
        }
        Ok(())
    }
}

fn gone(name: &str) -> String {
    format!("overlay: the model has no {name}")
}
