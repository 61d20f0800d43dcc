//! The stored form of app clients.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::secret::number_of;
use super::{AppClient, StoredSecret, UnsetAttributes};
use crate::Time;
use crate::document::{BadDocument, Document, optional};

impl AppClient {
    /// The stored form, without the ids. Secrets in it are sealed.
    pub fn to_doc(&self) -> String {
        let (created, modified) = (self.created.millis(), self.modified.millis());
        let settings = wire::encode(&self.settings);
        let secrets: Value = self.secrets.iter().map(write_secret).collect();
        let (confidential, last_secret) = (self.confidential, self.last_secret);
        let sessions = optional("sessions", self.sessions.as_ref());
        format!(
            r#"{{"v":1,"created":{created},"modified":{modified},"confidential":{confidential},"settings":{settings},"secrets":{secrets},"last_secret":{last_secret}{sessions}}}"#
        )
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text is not an app client in a version that this server knows.
    pub fn from_doc(pool_id: &str, id: &str, text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("app client", text)?;
        let confidential = doc.take("confidential").and_then(|value| value.as_bool());
        let secrets = match doc.take("secrets") {
            Some(Value::Array(secrets)) => {
                secrets.iter().map(read_secret).collect::<Option<Vec<_>>>()
            }
            _ => None,
        };
        let secrets = secrets.ok_or_else(|| doc.bad("secrets"))?;
        let last_secret = match doc.take("last_secret") {
            // Written before clients could have a second secret, so every id ever issued is still
            // present.
            None => secrets.iter().map(|secret| number_of(&secret.id)).max().unwrap_or(0),
            Some(number) => number.as_i64().ok_or_else(|| doc.bad("last_secret"))?,
        };
        Ok(Self {
            id: id.to_owned(),
            pool_id: pool_id.to_owned(),
            created: doc.time("created")?,
            modified: doc.time("modified")?,
            settings: doc.take_shape("settings")?,
            sessions: doc.optional_shape("sessions")?,
            secrets,
            last_secret,
            unset_attributes: UnsetAttributes::default(),
            confidential: confidential.ok_or_else(|| doc.bad("confidential"))?,
        })
    }
}

fn write_secret(secret: &StoredSecret) -> Value {
    json!({ "id": secret.id, "created": secret.created.millis(), "sealed": STANDARD.encode(&secret.sealed) })
}

fn read_secret(value: &Value) -> Option<StoredSecret> {
    Some(StoredSecret {
        id: value.get("id")?.as_str()?.to_owned(),
        created: Time(value.get("created")?.as_i64()?),
        sealed: STANDARD.decode(value.get("sealed")?.as_str()?).ok()?,
    })
}
