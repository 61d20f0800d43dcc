//! Exports a user pool's settings and app clients as the requests that would recreate them. They
//! hold what was given, not what is described with defaults filled in, so that a recreated pool
//! gives the same answers.

use std::sync::Arc;

use domain::client::AppClient;
use domain::pool::UserPool;
use pools::Asker;
use pools::config::{ClientConfig, PoolConfig};
use pools::error::{Error, Fault};
use pools::request::Server;
use serde_json::{Map, Value, json};
use store::PoolClient;
use wire::idp::{
    AuthFactorType, CreateUserPoolClientRequest, CreateUserPoolRequest, OAuthFlowType,
    UserPoolTierType,
};

/// A request that recreates a part of the pool.
pub struct Request {
    /// Name of the operation.
    pub operation: &'static str,
    /// Id of the resource that it creates.
    pub id: Option<String>,
    /// Input of the operation.
    pub input: Map<String, Value>,
}

/// The pool could not be read; a sentence for the operator, without a full stop.
#[derive(Debug)]
pub struct Unreadable(pub String);

/// Clients read at a time.
const PAGE: u32 = 100;
/// Most custom attributes in one request (API reference, `CustomAttributesListType`).
const MOST_ATTRIBUTES: usize = 25;

/// The pool and its app clients, in the order in which they can be created; `None` if the pool does
/// not exist. Without `secrets`, clients that have a secret request a new one.
///
/// # Errors
/// [`Unreadable`]: a fault of the store, or a row that cannot be read.
pub async fn pool(
    server: &Arc<Server>,
    pool_id: &str,
    secrets: bool,
) -> Result<Option<Vec<Request>>, Unreadable> {
    read(server, pool_id, secrets).await.map_err(|error| match error {
        Error::Exception(exception) => Unreadable(exception.message),
        Error::Fault(fault) => Unreadable(fault.to_string()),
    })
}

async fn read(
    server: &Arc<Server>,
    pool_id: &str,
    secrets: bool,
) -> Result<Option<Vec<Request>>, Error> {
    let Some(pool) = server.config.find_pool(pool_id, Asker::Operator).await? else {
        return Ok(None);
    };
    let mut requests = of_pool(&pool.settings)?;
    let mut after: Option<String> = None;
    loop {
        let rows = server.store.read(PoolClient::page(pool_id, after.as_deref(), PAGE)).await?;
        for row in &rows {
            requests.extend(of_client(&pool, row, secrets)?);
        }
        after = match rows.last() {
            Some(last) => Some(last.client_id.clone()),
            None => return Ok(Some(requests)),
        };
    }
}

fn of_pool(pool: &UserPool) -> Result<Vec<Request>, Error> {
    let mut create = input_of(&creatable(pool))?;
    let mut mfa = input_of(&pool.settable_mfa_config())?;
    if !pool.mfa_required() && !pool.mfa_optional() {
        // The SMS settings are part of CreateUserPool, and MFA that is off may name no method.
        mfa.remove("SmsMfaConfiguration");
    }
    let has_second_factors = mfa
        .keys()
        .any(|member| !["MfaConfiguration", "SmsMfaConfiguration"].contains(&member.as_str()));
    if has_second_factors {
        // It may depend on factors that the pool does not have yet when it is created.
        create.remove("MfaConfiguration");
    }
    let mut requests =
        vec![Request { operation: "CreateUserPool", id: Some(pool.id.clone()), input: create }];
    for attributes in pool.added_attributes().chunks(MOST_ATTRIBUTES) {
        let attributes = attributes.iter().map(input_of).collect::<Result<Vec<_>, _>>()?;
        let input = Map::from_iter([("CustomAttributes".to_owned(), json!(attributes))]);
        requests.push(further("AddCustomAttributes", &pool.id, input));
    }
    if has_second_factors {
        requests.push(further("SetUserPoolMfaConfig", &pool.id, mfa));
    }
    // In a tier without sessions the settings are dormant, and cannot be set.
    if let Some(sessions) = pool.sessions.as_ref().filter(|_| pool.tier() != UserPoolTierType::Lite)
    {
        requests.push(further("SetUserPoolSessionConfiguration", &pool.id, input_of(sessions)?));
    }
    Ok(requests)
}

/// The settings as CreateUserPool accepts them. UpdateUserPool empties `AutoVerifiedAttributes` and
/// keeps the attributes that must be verified before an update, while creation demands that the
/// former contain the latter. An earlier version accepted SMS_OTP where nothing can be sent.
fn creatable(pool: &UserPool) -> CreateUserPoolRequest {
    let mut settings = pool.settings.clone();
    let update = settings.user_attribute_update_settings.as_ref();
    let held = update.and_then(|held| held.attributes_require_verification_before_update.clone());
    for attribute in held.unwrap_or_default() {
        let automatic = settings.auto_verified_attributes.get_or_insert_default();
        if !automatic.contains(&attribute) {
            automatic.push(attribute);
        }
    }
    let sign_in = settings.policies.as_mut().and_then(|policies| policies.sign_in_policy.as_mut());
    let factors = sign_in.and_then(|sign_in| sign_in.allowed_first_auth_factors.as_mut());
    if let Some(factors) = factors.filter(|_| pool.settings.sms_configuration.is_none()) {
        factors.retain(|factor| *factor != AuthFactorType::SmsOtp);
    }
    settings
}

fn of_client(pool: &PoolConfig, row: &PoolClient, secrets: bool) -> Result<Vec<Request>, Error> {
    let id = row.client_id.as_str();
    let config = pool.open_client(id, row)?;
    let mut create = input_of(&creatable_client(&config.settings))?;
    let opened = if secrets { config.secrets() } else { &[] };
    match opened.first() {
        Some(secret) => drop(create.insert("ClientSecret".to_owned(), json!(secret.as_str()))),
        None if config.settings.has_secret() => {
            drop(create.insert("GenerateSecret".to_owned(), json!(true)));
        }
        None => {}
    }
    let mut requests =
        vec![Request { operation: "CreateUserPoolClient", id: Some(id.to_owned()), input: create }];
    for secret in opened.iter().skip(1) {
        let input = json!({ "ClientId": id, "ClientSecret": secret.as_str() });
        requests.push(further("AddUserPoolClientSecret", pool.id(), object(input)));
    }
    requests.extend(sessions_of(pool, &config)?);
    Ok(requests)
}

/// The settings as CreateUserPoolClient accepts them. An earlier version accepted `openid` beside
/// `client_credentials`.
fn creatable_client(client: &AppClient) -> CreateUserPoolClientRequest {
    let mut settings = client.settings.clone();
    let flows = settings.allowed_oauth_flows.as_deref().unwrap_or_default();
    if flows.contains(&OAuthFlowType::ClientCredentials)
        && let Some(scopes) = &mut settings.allowed_oauth_scopes
    {
        scopes.retain(|scope| scope != "openid");
        if scopes.is_empty() {
            // Without a scope the client has nothing to ask for.
            settings.allowed_oauth_flows_user_pool_client = None;
        }
    }
    settings
}

fn sessions_of(pool: &PoolConfig, client: &ClientConfig) -> Result<Option<Request>, Error> {
    let given = client
        .settings
        .sessions
        .as_ref()
        .filter(|_| pool.settings.tier() != UserPoolTierType::Lite);
    given
        .map(|given| {
            Ok(further("SetUserPoolClientSessionConfiguration", pool.id(), input_of(given)?))
        })
        .transpose()
}

/// A request about an existing pool.
fn further(operation: &'static str, pool_id: &str, mut input: Map<String, Value>) -> Request {
    input.insert("UserPoolId".to_owned(), json!(pool_id));
    Request { operation, id: None, input }
}

fn input_of(shape: &impl wire::Encode) -> Result<Map<String, Value>, Error> {
    match serde_json::from_str(&wire::encode(shape)) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(Fault::new("a stored request is not a JSON object").into()),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
