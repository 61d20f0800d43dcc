//! OAuth 2.0 settings: flows, scopes, redirect URLs.

use wire::idp::{CreateUserPoolClientRequest, OAuthFlowType};

use crate::pool::{SettingsRefusal, invalid};

/// The scopes that need no resource server.
const STANDARD_SCOPES: [&str; 5] =
    ["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"];

/// Checks the OAuth settings. They may be set while `AllowedOAuthFlowsUserPoolClient` is off, and
/// then have no effect.
pub(super) fn check_oauth(
    request: &CreateUserPoolClientRequest,
    confidential: bool,
) -> Result<(), SettingsRefusal> {
    check_flows(request, confidential)?;
    let scopes = request.allowed_oauth_scopes.as_deref().unwrap_or_default();
    // Resource servers are not implemented yet, so none of their scopes exist.
    if let Some(unknown) = scopes.iter().find(|scope| !STANDARD_SCOPES.contains(&scope.as_str())) {
        return Err(SettingsRefusal::ScopeDoesNotExist(format!(
            "Invalid scope requested: {unknown}"
        )));
    }
    let flows = request.allowed_oauth_flows.as_deref().unwrap_or_default();
    // Only users have an ID token.
    if flows.contains(&OAuthFlowType::ClientCredentials) && scopes.iter().any(|it| it == "openid") {
        return Err(SettingsRefusal::InvalidOAuthFlow(
            "openid is not supported with client_credentials flow".to_owned(),
        ));
    }
    check_urls(request)
}

fn check_flows(
    request: &CreateUserPoolClientRequest,
    confidential: bool,
) -> Result<(), SettingsRefusal> {
    let flows = request.allowed_oauth_flows.as_deref().unwrap_or_default();
    let none = |count: Option<usize>| count.unwrap_or(0) == 0;
    let open = request.allowed_oauth_flows_user_pool_client == Some(true);
    if open && (flows.is_empty() || none(request.allowed_oauth_scopes.as_ref().map(Vec::len))) {
        return invalid(
            "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
        );
    }
    let refuse = |text: &str| Err(SettingsRefusal::InvalidOAuthFlow(text.to_owned()));
    let redirects = flows.iter().any(|flow| *flow != OAuthFlowType::ClientCredentials);
    if flows.contains(&OAuthFlowType::ClientCredentials) {
        if redirects {
            return refuse(
                "client_credentials flow can not be selected along with code flow or implicit flow.",
            );
        }
        if !confidential {
            return refuse(
                "client_credentials flow can not be selected if client does not have a client secret.",
            );
        }
    }
    if open && redirects && none(request.callback_urls.as_ref().map(Vec::len)) {
        return refuse("CallbackUrls can not be empty when code flow or implicit flow is selected");
    }
    Ok(())
}

fn check_urls(request: &CreateUserPoolClientRequest) -> Result<(), SettingsRefusal> {
    let callbacks = request.callback_urls.as_deref().unwrap_or_default();
    let logouts = request.logout_urls.as_deref().unwrap_or_default();
    for url in callbacks.iter().chain(logouts) {
        check_url(url)?;
    }
    match &request.default_redirect_uri {
        Some(url) if !callbacks.contains(url) => {
            invalid(format!("The default redirect URI {url} is not in the callback URIs list."))
        }
        _ => Ok(()),
    }
}

/// An absolute URI without a fragment (RFC 6749, section 3.1.2); plain `http` only for this
/// machine.
fn check_url(url: &str) -> Result<(), SettingsRefusal> {
    let not_valid = || invalid(format!("{url} is not a valid URL."));
    let Some((scheme, rest)) = url.split_once(':') else { return not_valid() };
    // Browsers read a backslash as a slash, other clients do not: they would see two different
    // hosts.
    if !is_scheme(scheme) || rest.is_empty() || rest.contains('\\') {
        return not_valid();
    }
    if rest.contains('#') {
        return invalid(format!("{url} cannot contain a fragment."));
    }
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    if !web {
        // A code must not be sent to something that a browser would run or open locally.
        let runs = ["javascript", "data", "vbscript", "file", "blob", "about"];
        return if runs.iter().any(|bad| scheme.eq_ignore_ascii_case(bad)) {
            not_valid()
        } else {
            Ok(())
        };
    }
    let Some(host) = rest.strip_prefix("//").map(host).filter(|host| !host.is_empty()) else {
        return not_valid();
    };
    if scheme.eq_ignore_ascii_case("http") && !is_this_machine(host) {
        return invalid(format!("{url} cannot use the HTTP protocol."));
    }
    Ok(())
}

/// RFC 3986, section 3.1.
fn is_scheme(scheme: &str) -> bool {
    let mut bytes = scheme.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The host with its port. User information is kept, so that `localhost@elsewhere` is not taken for
/// this machine.
fn host(rest: &str) -> &str {
    rest.split(['/', '?']).next().unwrap_or_default()
}

fn is_this_machine(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
        let rest = host.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))
    })
}

fn is_port(text: &str) -> bool {
    text.parse::<u16>().is_ok() && text.bytes().all(|byte| byte.is_ascii_digit())
}
