//! The stored form of user pools.

use super::mfa::SecondFactors;
use super::{UserPool, custom, passwords};
use crate::document::{BadDocument, Document, VERSION, optional};
use crate::schema::{self, Schema};

impl UserPool {
    /// The stored form, without the id.
    pub fn to_doc(&self) -> String {
        let (created, modified) = (self.created.millis(), self.modified.millis());
        let settings = wire::encode(&self.settings);
        let sessions = optional("sessions", self.sessions.as_ref());
        let (mfa, added) =
            (wire::encode(&self.second_factors.to_shape()), custom::to_doc(&self.added));
        format!(
            r#"{{"v":{VERSION},"created":{created},"modified":{modified},"settings":{settings},"mfa":{mfa},"added":{added}{sessions}}}"#
        )
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text is not a pool in a version that this server knows.
    pub fn from_doc(id: &str, text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("user pool", text)?;
        let mut settings: wire::idp::CreateUserPoolRequest = doc.take_shape("settings")?;
        settings.policies = passwords::explicit(settings.policies, true);
        schema::with_earlier_defaults(settings.schema.as_deref_mut().unwrap_or_default());
        let given = settings.schema.as_deref().unwrap_or_default();
        let schema =
            Schema::create(given).map_err(|refusal| doc.bad("settings.Schema").because(refusal))?;
        let mut added = custom::from_doc(&mut doc)?;
        schema::added_with_earlier_defaults(&mut added);
        let schema =
            schema.extended(&added).map_err(|refusal| doc.bad("added").because(refusal))?;
        let mut second_factors = SecondFactors::from_doc(&mut doc)?;
        second_factors.drop_if_off(&settings);
        let (created, modified) = (doc.time("created")?, doc.time("modified")?);
        let sessions = doc.optional_shape("sessions")?;
        Ok(Self {
            id: id.to_owned(),
            created,
            modified,
            settings,
            second_factors,
            added,
            sessions,
            schema,
        })
    }
}
