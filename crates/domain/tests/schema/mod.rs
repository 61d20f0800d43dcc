mod define;
mod value;

use domain::pool::SettingsRefusal;
use domain::schema::Schema;
use serde_json::Value;
use wire::idp::SchemaAttributeType;

/// The schema of a CreateUserPool request with this `Schema`.
pub(crate) fn create(list: &Value) -> Result<Schema, SettingsRefusal> {
    let given: Vec<SchemaAttributeType> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| wire::decode_stored(&one.to_string()).unwrap())
        .collect();
    Schema::create(&given)
}
