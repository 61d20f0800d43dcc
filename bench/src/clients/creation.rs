//! A client that creates users.

use std::sync::Arc;

use domain::Rng;
use serde_json::json;

use crate::load::{Answer, Client};
use crate::scene::{Scene, text};

/// Creates one user after another, without a message and so without a password.
pub(crate) struct Creator {
    scene: Arc<Scene>,
    /// The beginning of every user name of this client.
    prefix: String,
    created: usize,
}

impl Creator {
    pub(crate) fn new(scene: &Arc<Scene>) -> Self {
        let prefix = Rng::system().uuid();
        Self { scene: Arc::clone(scene), prefix, created: 0 }
    }
}

impl Client for Creator {
    fn begin(&mut self) -> Vec<u8> {
        self.created += 1;
        let username = format!("{}-{}", self.prefix, self.created);
        let user = json!({
            "UserPoolId": self.scene.pool_id, "Username": username, "MessageAction": "SUPPRESS",
            "UserAttributes": [
                { "Name": "email", "Value": format!("{username}@example.com") },
                { "Name": "email_verified", "Value": "true" },
            ],
        });
        self.scene.request("AdminCreateUser", &user)
    }

    fn answered(&mut self, answer: &Answer<'_>) -> Result<Option<Vec<u8>>, String> {
        if answer.status != 200 {
            return Err(answer.describe());
        }
        let answer = serde_json::from_slice(answer.body).map_err(|error| error.to_string())?;
        text(&answer, "/User/Username").map(|_| None)
    }
}
