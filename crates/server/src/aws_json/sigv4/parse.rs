//! The `Authorization` header: algorithm, credential scope, signed headers, signature.

use super::Refusal;

/// The only algorithm accepted.
pub const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// No real header is longer; more of it would only be echoed back.
const MAX_ECHO_CHARS: usize = 512;

/// A header that has all its parts. Nothing in it has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorization<'a> {
    /// The access key id of the credential.
    pub access_key_id: &'a str,
    /// The scope's day, `YYYYMMDD` when well formed.
    pub date: &'a str,
    /// The scope's region.
    pub region: &'a str,
    /// The scope's service, `cognito-idp` or `cognito-identity` when right.
    pub service: &'a str,
    /// Lower case, sorted, each once.
    pub signed_headers: Vec<String>,
    /// Lower-case hex as sent.
    pub signature: &'a str,
}

impl Authorization<'_> {
    /// `date/region/service/aws4_request`.
    pub fn scope(&self) -> String {
        format!("{}/{}/{}/aws4_request", self.date, self.region, self.service)
    }

    /// Whether the header called `name` (lower case) is covered by the signature.
    pub fn signs(&self, name: &str) -> bool {
        self.signed_headers.iter().any(|signed| signed == name)
    }
}

/// Parses the header. `has_date` says whether the request carries the date header that a signature
/// needs; the refusal names all missing parts at once.
pub fn parse(header: &str, has_date: bool) -> Result<Authorization<'_>, Refusal> {
    let Parts { credential, signed_headers, signature } = parts(header);
    let (Some(credential), Some(signed_headers), Some(signature), true) =
        (credential, signed_headers, signature, has_date)
    else {
        return Err(incomplete(
            header,
            &[
                (credential.is_none(), "requires 'Credential' parameter."),
                (signature.is_none(), "requires 'Signature' parameter."),
                (signed_headers.is_none(), "requires 'SignedHeaders' parameter."),
                (!has_date, "requires existence of either a 'X-Amz-Date' or a 'Date' header."),
            ],
        ));
    };
    let fields: Vec<&str> = credential.split('/').collect();
    let &[access_key_id, date, region, service, terminator] = fields.as_slice() else {
        return Err(Refusal::Incomplete(format!(
            "Credential must have exactly 5 slash-delimited elements, e.g. \
             keyid/date/region/service/term, got '{}'",
            echo(credential)
        )));
    };
    if terminator != "aws4_request" {
        return Err(Refusal::Incomplete(format!(
            "Credential should be scoped with a valid terminator: 'aws4_request', not '{}'.",
            echo(terminator)
        )));
    }
    let mut signed_headers: Vec<String> =
        signed_headers.split(';').map(|name| name.trim().to_ascii_lowercase()).collect();
    signed_headers.sort_unstable();
    signed_headers.dedup();
    Ok(Authorization { access_key_id, date, region, service, signed_headers, signature })
}

/// The parameters that are present; an empty one counts as missing. A header with another algorithm
/// has none.
#[derive(Default)]
struct Parts<'a> {
    credential: Option<&'a str>,
    signed_headers: Option<&'a str>,
    signature: Option<&'a str>,
}

fn parts(header: &str) -> Parts<'_> {
    let mut found = Parts::default();
    let Some(rest) = header.trim().strip_prefix(ALGORITHM) else {
        return found;
    };
    if !rest.starts_with([' ', '\t']) {
        return found;
    }
    for part in rest.split(',') {
        let Some((name, value)) = part.trim().split_once('=') else {
            continue;
        };
        let value = Some(value.trim()).filter(|value| !value.is_empty());
        match name.trim() {
            "Credential" => found.credential = found.credential.or(value),
            "SignedHeaders" => found.signed_headers = found.signed_headers.or(value),
            "Signature" => found.signature = found.signature.or(value),
            _ => {}
        }
    }
    found
}

fn incomplete(header: &str, missing: &[(bool, &str)]) -> Refusal {
    let mut text = String::new();
    for (_, what) in missing.iter().filter(|(is_missing, _)| *is_missing) {
        text.push_str("Authorization header ");
        text.push_str(what);
        text.push(' ');
    }
    text.push_str("Authorization=");
    text.push_str(&echo(header));
    Refusal::Incomplete(text)
}

fn echo(text: &str) -> String {
    text.chars().take(MAX_ECHO_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/cognito-idp/aws4_request, \
                         SignedHeaders=content-type;host;x-amz-date, Signature=00ff";

    #[test]
    fn reads_each_part_with_and_without_spaces() {
        for header in [WHOLE.to_owned(), WHOLE.replace(", ", ","), WHOLE.replace(", ", " ,\t")] {
            let read = parse(&header, true).unwrap();
            assert_eq!(read.access_key_id, "AKIDEXAMPLE");
            assert_eq!(read.scope(), "20150830/us-east-1/cognito-idp/aws4_request");
            assert_eq!(read.signed_headers, ["content-type", "host", "x-amz-date"]);
            assert_eq!(read.signature, "00ff");
        }
    }

    #[test]
    fn signed_headers_are_folded_sorted_and_unique() {
        let header =
            WHOLE.replace("content-type;host;x-amz-date", "X-Amz-Date;host;Host;content-type");
        let read = parse(&header, true).unwrap();
        assert_eq!(read.signed_headers, ["content-type", "host", "x-amz-date"]);
        assert!(read.signs("host") && !read.signs("x-amz-target"));
    }

    #[test]
    fn names_only_what_is_missing() {
        let refused = |header: &str, has_date| parse(header, has_date).unwrap_err().to_string();
        assert_eq!(
            refused("AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host", true),
            "Authorization header requires 'Signature' parameter. \
             Authorization=AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host"
        );
        assert_eq!(
            refused(WHOLE, false),
            format!(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
                 Authorization={WHOLE}"
            )
        );
        assert_eq!(
            refused("Bearer abc", false),
            "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' \
             parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header \
             requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Bearer abc"
        );
    }

    #[test]
    fn refuses_a_credential_of_another_shape() {
        for credential in ["AKID", "a/b/c/d", "a/b/c/d/aws4_request/e", "a/b/c/d/aws4"] {
            let header = WHOLE
                .replace("AKIDEXAMPLE/20150830/us-east-1/cognito-idp/aws4_request", credential);
            assert!(matches!(parse(&header, true), Err(Refusal::Incomplete(_))), "{credential}");
        }
    }

    #[test]
    fn refuses_other_algorithms_and_empty_parts() {
        for header in [
            WHOLE.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
            WHOLE.replace("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256"),
            WHOLE.replace("Signature=00ff", "Signature="),
            WHOLE.replace("=", ""),
            "AWS4-HMAC-SHA256".to_owned(),
            String::new(),
        ] {
            assert!(matches!(parse(&header, true), Err(Refusal::Incomplete(_))), "{header}");
        }
    }
}
