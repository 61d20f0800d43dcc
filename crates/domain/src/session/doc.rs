//! The stored form of token sessions.

use serde_json::{Map, Value};

use super::{Caller, TokenSession, TokenSessions};
use crate::Time;
use crate::document::{BadDocument, Document};

impl TokenSessions {
    /// The stored form.
    pub fn to_doc(&self) -> String {
        let sessions: Vec<Value> = self.0.iter().map(written).collect();
        serde_json::json!({ "v": 1, "sessions": sessions }).to_string()
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text does not hold a user's sessions in a version that this server knows.
    pub fn from_doc(text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("sessions", text)?;
        let Some(Value::Array(sessions)) = doc.take("sessions") else {
            return Err(doc.bad("sessions"));
        };
        let read: Option<Vec<_>> = sessions.iter().map(read).collect();
        read.map(Self).ok_or_else(|| doc.bad("sessions"))
    }
}

fn written(session: &TokenSession) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| drop(members.insert(name.to_owned(), value));
    put("id", session.id.as_str().into());
    put("family", session.origin_jti.as_str().into());
    put("client", session.client_id.as_str().into());
    put("gen", session.token_gen.into());
    put("created", session.created.millis().into());
    put("active", session.last_active.millis().into());
    put("expires", session.expires.millis().into());
    if let Some(device) = session.caller.device() {
        put("device", device.into());
    }
    if let Some(address) = session.caller.address {
        put("address", address.to_string().into());
    }
    Value::Object(members)
}

fn read(value: &Value) -> Option<TokenSession> {
    let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
    let number = |name: &str| value.get(name)?.as_i64();
    Some(TokenSession {
        id: text("id")?,
        origin_jti: text("family")?,
        client_id: text("client")?,
        token_gen: number("gen")?,
        created: Time(number("created")?),
        last_active: Time(number("active")?),
        expires: Time(number("expires")?),
        caller: Caller {
            device: text("device"),
            address: text("address").and_then(|text| text.parse().ok()),
        },
    })
}
