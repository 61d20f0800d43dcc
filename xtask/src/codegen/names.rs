//! Converts names of the model to Rust names.

/// `AllowedOAuthFlows` -> `allowed_oauth_flows`, `CallbackURLs` -> `callback_urls`, `KMSKeyID` ->
/// `kms_key_id`.
pub(crate) fn snake(name: &str) -> String {
    let name = name.replace("OAuth", "Oauth");
    words(&name).iter().map(|word| word.to_lowercase()).collect::<Vec<_>>().join("_")
}

/// The field of a member: snake case, raw where it is a keyword.
pub(crate) fn field(name: &str) -> String {
    match snake(name).as_str() {
        keyword
        @ ("type" | "use" | "match" | "mod" | "ref" | "move" | "in" | "enum" | "struct") => {
            format!("r#{keyword}")
        }
        plain => plain.to_owned(),
    }
}

/// `AttributeNameType` -> `ATTRIBUTE_NAME_TYPE`.
pub(crate) fn constant(name: &str) -> String {
    snake(name).to_uppercase()
}

/// A value or exception name as a variant: `USER_SRP_AUTH` -> `UserSrpAuth`,
/// `EnableSoftwareTokenMFA` -> `EnableSoftwareTokenMfa`, `V1_0` -> `V1_0`.
pub(crate) fn variant(name: &str) -> String {
    let mut out = String::new();
    for word in words(name) {
        let digit = |letter: Option<char>| letter.is_some_and(|it| it.is_ascii_digit());
        if digit(out.chars().last()) && digit(word.chars().next()) {
            out.push('_');
        }
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(&letters.as_str().to_lowercase());
    }
    out
}

/// Splits at every character that is not a letter or digit, before an upper-case letter that
/// follows a lower-case one, and before the last of several upper-case letters when a lower-case
/// one follows (`KMSKey`, but not `URLs`).
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        let before = if index == 0 { '\0' } else { at(index - 1) };
        let plural = at(index + 1) == 's' && !at(index + 2).is_ascii_lowercase();
        let starts = letter.is_ascii_uppercase()
            && (before.is_ascii_lowercase()
                || (before.is_ascii_digit() && at(index + 1).is_ascii_lowercase())
                || (before.is_ascii_uppercase() && at(index + 1).is_ascii_lowercase() && !plural));
        if starts || !letter.is_ascii_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_ascii_alphanumeric(), words.last_mut()) {
            word.push(*letter);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_become_fields() {
        for (name, expected) in [
            ("UserPoolId", "user_pool_id"),
            ("CallbackURLs", "callback_urls"),
            ("MFAOptions", "mfa_options"),
            ("AllowedOAuthFlowsUserPoolClient", "allowed_oauth_flows_user_pool_client"),
            ("KMSKeyID", "kms_key_id"),
            ("CSSVersion", "css_version"),
            ("S3Bucket", "s3_bucket"),
            ("BlockedIPRangeList", "blocked_ip_range_list"),
            ("message", "message"),
            ("Type", "r#type"),
        ] {
            assert_eq!(field(name), expected);
        }
    }

    #[test]
    fn values_become_variants() {
        for (name, expected) in [
            ("USER_SRP_AUTH", "UserSrpAuth"),
            ("V1_0", "V1_0"),
            ("TLS_V1_2_2021", "TlsV1_2_2021"),
            ("phone_number", "PhoneNumber"),
            ("userNotification", "UserNotification"),
            ("EnableSoftwareTokenMFA", "EnableSoftwareTokenMfa"),
            ("InvalidOAuthFlow", "InvalidOAuthFlow"),
            ("N_A", "NA"),
            ("ARGON2ID", "Argon2id"),
            ("OIDC", "Oidc"),
        ] {
            assert_eq!(variant(name), expected);
        }
    }
}
