//! An in-process server on a recording VFS.

use std::path::Path;
use std::sync::Arc;

use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::session::Caller;
use domain::{Clock, Rng};
use operations::{Call, Failure};
use pools::{IssuerForm, Parts, Server, Settings};
use serde_json::Value;
use store::{Faults, Options, Store};
use testkit::vfs::Recording;
use wire::Service;

pub(crate) const REGION: &str = "eu-west-1";
/// The code in every message.
pub(crate) const CODE: &str = "123456";

/// Starts a server on a data folder sealed with `master`.
pub(crate) fn start(
    dir: &Path,
    recording: &Recording,
    faults: Option<Arc<dyn Faults>>,
    clock: Clock,
    master: &str,
) -> Arc<Server> {
    let mut options = Options::sqlite(dir);
    options.sqlite.vfs = Some(recording.name().to_owned());
    options.faults = faults;
    let parts = Parts {
        clock,
        rng: Rng::system(),
        store: Store::open(options).expect("the store opens"),
        master: MasterKeys::from_texts(&[master]).expect("a master key"),
        settings: settings(),
        key_pairs: Some(testkit::key_pairs()),
        hashing_threads: 2,
    };
    Server::start(parts).expect("a server")
}

/// Runs an operation.
pub(crate) async fn dispatch(
    server: &Arc<Server>,
    operation: &str,
    body: Value,
) -> Result<Value, Failure> {
    let known = wire::operation(Service::Idp, operation).expect("an operation");
    let (request_id, region) = ("request".to_owned(), REGION.to_owned());
    let call = Call {
        operation: known,
        request_id,
        region,
        caller: Caller::default(),
        asker: pools::Asker::Operator,
    };
    let answer = operations::dispatch(server, call, body).await?;
    Ok(serde_json::from_str(&answer).expect("JSON"))
}

fn settings() -> Settings {
    Settings {
        account_id: "111122223333".to_owned(),
        public_url: "http://localhost:7665".to_owned(),
        issuer: IssuerForm::Own,
        at_rest: AtRest::Srp,
        revoke_on_reuse: true,
        unset_attributes: UnsetAttributes::Standard,
        may_be_mixed: false,
        fixed_code: Some(CODE.to_owned()),
        regions: None,
        limits: pools::RateLimits::default(),
        n_parts: 1,
    }
}
