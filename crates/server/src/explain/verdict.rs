//! Whether a token is valid, and the result of each check.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::Time;
use poolkeeper_verify::{ConfigError, Pool, Verifier, VerifyError};
use serde::Serialize;
use serde_json::Value;
use server::text::harmless;

use super::http::Http;
use super::kind::Kind;
use super::moment;
use super::paste::{Jwt, Pasted};
use super::sentence::{Filled, shown};
use super::texts::{CheckText, Checks, texts};
use super::trust::{BadTrust, Known, NoKeys, Trust};

/// The overall result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Verified and valid.
    Good,
    /// A check failed.
    Bad,
    /// Cannot be determined.
    Unverified,
}

/// The overall result, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Verdict {
    pub(crate) state: State,
    /// The result as a sentence.
    pub(crate) says: String,
    /// Every check up to the one that failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) checks: Vec<Check>,
    /// Where the keys came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) keys: Option<String>,
}

/// A check and its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Check {
    pub(crate) check: &'static str,
    pub(crate) good: bool,
    pub(crate) says: String,
}

/// The checks of `poolkeeper-verify`, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Form,
    Issuer,
    Key,
    Algorithm,
    Signature,
    Expiry,
    Start,
    Use,
    Client,
}

impl Step {
    const ALL: [Self; 9] = [
        Self::Form,
        Self::Issuer,
        Self::Key,
        Self::Algorithm,
        Self::Signature,
        Self::Expiry,
        Self::Start,
        Self::Use,
        Self::Client,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Issuer => "issuer",
            Self::Key => "key",
            Self::Algorithm => "algorithm",
            Self::Signature => "signature",
            Self::Expiry => "expiry",
            Self::Start => "start",
            Self::Use => "use",
            Self::Client => "client",
        }
    }

    const fn text(self, checks: &Checks) -> &CheckText {
        match self {
            Self::Form => &checks.form,
            Self::Issuer => &checks.issuer,
            Self::Key => &checks.key,
            Self::Algorithm => &checks.algorithm,
            Self::Signature => &checks.signature,
            Self::Expiry => &checks.expiry,
            Self::Start => &checks.start,
            Self::Use => &checks.usage,
            Self::Client => &checks.client,
        }
    }

    /// The check that failed with this error. Unknown errors count as a failure of the form, so
    /// they never pass.
    fn of(error: &VerifyError) -> Self {
        match error {
            VerifyError::Issuer { .. } => Self::Issuer,
            VerifyError::NoKid | VerifyError::UnknownKey { .. } | VerifyError::Key(_) => Self::Key,
            VerifyError::Algorithm { .. } => Self::Algorithm,
            VerifyError::Signature => Self::Signature,
            VerifyError::Expired { .. } | VerifyError::Missing { claim: "exp" } => Self::Expiry,
            VerifyError::NotYetValid { .. } => Self::Start,
            VerifyError::TokenUse { .. } => Self::Use,
            VerifyError::Client { .. } => Self::Client,
            _ => Self::Form,
        }
    }
}

impl Verdict {
    /// Not verified, for this reason.
    pub(crate) fn unverified(reason: &str) -> Self {
        let says = Filled(&texts().verdicts.unverified).with(|_| Some(reason.to_owned()));
        Self { state: State::Unverified, says, checks: Vec::new(), keys: None }
    }

    /// The token claims to be from another pool than the one that was given, so it is not valid,
    /// no matter who signed it.
    fn of_another_pool(named: &str, pool: &str) -> Self {
        let checks = &texts().checks;
        let says = Filled(&checks.other_pool)
            .with(|name| Some(if name == "named" { named } else { pool }.to_owned()));
        let form = Check { check: Step::Form.as_str(), good: true, says: checks.form.good.clone() };
        let issuer = Check { check: Step::Issuer.as_str(), good: false, says };
        Self { state: State::Good, says: String::new(), checks: vec![form], keys: None }.and(issuer)
    }

    /// Adds a last check.
    pub(crate) fn and(mut self, check: Check) -> Self {
        if !check.good {
            self.state = State::Bad;
            self.says = not_good(&check);
        }
        self.checks.push(check);
        self
    }
}

/// Verifies a token of a user pool with the keys that the caller trusts.
///
/// # Errors
/// Flags that cannot be followed.
pub(crate) async fn verdict(
    pasted: &Pasted,
    trust: &Trust<'_>,
    now: Time,
    http: &Http,
) -> Result<Verdict, BadTrust> {
    let kind = Kind::of(pasted);
    let Pasted::Jwt(jwt) = pasted else {
        let reason = match kind {
            Kind::Nothing => "it is not a token.",
            _ => "only its issuer can decrypt it.",
        };
        return Ok(Verdict::unverified(reason));
    };
    if !kind.is_of_user_pool() {
        return Ok(Verdict::unverified("no user pool issued it."));
    }
    if let (Some(named), Some(pool)) = (jwt.pool_id(), trust.pool)
        && named != pool
    {
        return Ok(Verdict::of_another_pool(named, pool));
    }
    match trust.known(jwt, http).await {
        Ok(known) => Ok(verified(jwt, &known, trust.client, now)),
        Err(NoKeys::Refused(refused)) => Err(refused),
        Err(no_keys) => Ok(Verdict::unverified(&no_keys.to_string())),
    }
}

/// Verifies with these keys.
pub(super) fn verified(jwt: &Jwt, known: &Known, client: Option<&str>, now: Time) -> Verdict {
    match verifier(known, client, now) {
        Ok(verifier) => {
            told(jwt, known, client, now, verifier.verify_cached(&jwt.text).err().as_ref())
        }
        Err(error) => Verdict::unverified(&harmless(&format!(
            "the keys at {} cannot be used: {error}.",
            known.place
        ))),
    }
}

fn verifier(known: &Known, client: Option<&str>, now: Time) -> Result<Verifier, ConfigError> {
    let pool = Pool::issuer(&known.issuer)?.jwks(&known.jwks)?;
    let builder = Verifier::builder()
        .pool(pool)
        .id_and_access_tokens()
        .without_fetching()
        .clock(move || system_time(now));
    match client {
        Some(client) => builder.client(client),
        None => builder.any_client(),
    }
    .build()
}

/// Describes the result. A check that was not requested is left out.
fn told(
    jwt: &Jwt,
    known: &Known,
    client: Option<&str>,
    now: Time,
    failure: Option<&VerifyError>,
) -> Verdict {
    let failed = failure.map(Step::of);
    let fill = |name: &str| match name {
        "issuer" => Some(harmless(&known.issuer)),
        "client" => client.map(harmless),
        "kid" | "alg" => jwt.header.get(name).map(shown),
        "words" => jwt.expiry().map(|exp| moment::in_words(exp.abs_diff(now.seconds()))),
        "date" => jwt.expiry().map(|exp| moment::date(exp).unwrap_or_else(|| exp.to_string())),
        "detail" => failure.map(ToString::to_string),
        claim => jwt.claims.get(claim).map(shown),
    };
    let mut checks = Vec::new();
    for step in Step::ALL {
        let good = failed != Some(step);
        if good && step == Step::Client && client.is_none() {
            continue;
        }
        let text = step.text(&texts().checks);
        let says = match failure {
            Some(VerifyError::Missing { claim: "exp" }) if !good => texts().expiry.none.clone(),
            _ => Filled(if good { &text.good } else { &text.bad }).with(fill),
        };
        checks.push(Check { check: step.as_str(), good, says });
        if !good {
            break;
        }
    }
    let verdicts = &texts().verdicts;
    let (state, says) = match checks.last().filter(|check| !check.good) {
        Some(check) => (State::Bad, not_good(check)),
        None => (State::Good, Filled(&verdicts.good).with(|_| Some(left(jwt, now)))),
    };
    Verdict { state, says, checks, keys: Some(known.place.clone()) }
}

/// The failed check as the end of a sentence.
fn not_good(check: &Check) -> String {
    let (first, rest) = check.says.split_at_checked(1).unwrap_or_default();
    let reason = format!("{}{rest}", first.to_lowercase());
    Filled(&texts().verdicts.bad).with(|_| Some(reason.clone()))
}

fn left(jwt: &Jwt, now: Time) -> String {
    let exp = jwt.expiry().unwrap_or_default();
    moment::in_words(exp.saturating_sub(now.seconds()).unsigned_abs())
}

fn system_time(now: Time) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(now.millis().max(0).unsigned_abs())
}

/// Asks `GetUser` whether a verified access token is revoked. Returns `None` if the operation does
/// not accept such tokens.
///
/// # Errors
/// Why the server could not be asked.
pub(crate) async fn revocation(
    jwt: &Jwt,
    server: &str,
    http: &Http,
) -> Result<Option<Check>, NoKeys> {
    let scopes = jwt.find_text("scope").unwrap_or_default();
    let is_taken = Kind::of_jwt(jwt) == Kind::Access
        && scopes.split(' ').any(|scope| scope == "aws.cognito.signin.user.admin");
    if !is_taken {
        return Ok(None);
    }
    let body = serde_json::json!({ "AccessToken": jwt.text }).to_string();
    let (status, answer) = http.call(&format!("{server}/"), "GetUser", body).await?;
    let text = &texts().checks.revocation;
    if status == http::StatusCode::OK {
        return Ok(Some(Check { check: "revocation", good: true, says: text.good.clone() }));
    }
    let answer: Value = serde_json::from_slice(&answer).unwrap_or_default();
    let member = |name: &str| answer.get(name).and_then(Value::as_str).map(harmless);
    let Some(kind) = member("__type").filter(|_| status.is_client_error()) else {
        return Err(NoKeys::Answered { url: server.to_owned(), status });
    };
    let answer =
        format!("{kind}: {}.", member("message").unwrap_or_default().trim_end_matches('.'));
    let says = Filled(&text.bad).with(|_| Some(answer.clone()));
    Ok(Some(Check { check: "revocation", good: false, says }))
}
