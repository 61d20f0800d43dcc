//! The canonical request and the signature over it (steps 1 to 4 of the Signature Version 4
//! process).

use aws_lc_rs::{digest, hmac};

use super::parse::{ALGORITHM, Authorization};

/// The parts of the canonical request. `headers` are the signed ones, lower-case name and value as
/// received, in the order of the header's `SignedHeaders`.
pub struct Canonical<'a> {
    /// Upper-case HTTP method.
    pub method: &'a str,
    /// The path as on the wire, percent-encoding untouched.
    pub path: &'a str,
    /// The query string without `?`, as on the wire.
    pub query: &'a str,
    /// Signed headers, sorted by name; several values of one name already joined with commas.
    pub headers: &'a [(&'a str, Vec<u8>)],
    /// Hex SHA-256 of the body.
    pub body_sha256: &'a str,
}

impl Canonical<'_> {
    /// The canonical request's bytes. Header values may hold bytes beyond ASCII, so this is not a
    /// `String`.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(512);
        for line in [self.method, &uri(self.path), &query(self.query)] {
            out.extend_from_slice(line.as_bytes());
            out.push(b'\n');
        }
        for (name, value) in self.headers {
            out.extend_from_slice(name.as_bytes());
            out.push(b':');
            out.extend_from_slice(value);
            out.push(b'\n');
        }
        out.push(b'\n');
        for (index, (name, _)) in self.headers.iter().enumerate() {
            if index > 0 {
                out.push(b';');
            }
            out.extend_from_slice(name.as_bytes());
        }
        out.push(b'\n');
        out.extend_from_slice(self.body_sha256.as_bytes());
        out
    }
}

/// The hex signature of a canonical request under `secret`, for the scope the client named.
pub fn signature(
    secret: &str,
    authorization: &Authorization<'_>,
    amz_date: &str,
    canonical: &[u8],
) -> String {
    let scope = authorization.scope();
    let string_to_sign = format!("{ALGORITHM}\n{amz_date}\n{scope}\n{}", sha256_hex(canonical));
    let key = [authorization.date, authorization.region, authorization.service, "aws4_request"]
        .iter()
        .fold(format!("AWS4{secret}").into_bytes(), |key, part| mac(&key, part.as_bytes()));
    hex(&mac(&key, string_to_sign.as_bytes()))
}

/// Lower-case hex SHA-256.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Trims white space at both ends and collapses runs of spaces inside.
pub fn trimmed(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    for &byte in value.trim_ascii() {
        if byte != b' ' || out.last() != Some(&b' ') {
            out.push(byte);
        }
    }
    out
}

/// Removes dot segments and empty segments, and percent-encodes each segment once more than on the
/// wire.
pub fn uri(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    let mut out = String::with_capacity(path.len() + 1);
    for segment in &kept {
        out.push('/');
        percent_encode(segment, &mut out);
    }
    if out.is_empty() || path.ends_with('/') {
        out.push('/');
    }
    out
}

/// Sorts parameters by name, then value; a parameter without `=` gets one.
fn query(query: &str) -> String {
    if query.is_empty() {
        return String::new();
    }
    let mut parameters: Vec<(&str, &str)> = query
        .split('&')
        .map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")))
        .collect();
    parameters.sort_unstable();
    let parameters: Vec<String> =
        parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    parameters.join("&")
}

fn percent_encode(segment: &str, out: &mut String) {
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex_digit(byte >> 4).to_ascii_uppercase());
            out.push(hex_digit(byte & 15).to_ascii_uppercase());
        }
    }
}

fn mac(key: &[u8], data: &[u8]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), data).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [hex_digit(byte >> 4), hex_digit(byte & 15)]).collect()
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_and_folds_spaces() {
        assert_eq!(trimmed(b"  a   b  c \t"), b"a b c");
        assert_eq!(trimmed(b"a\tb"), b"a\tb");
        assert_eq!(trimmed(b"   "), b"");
    }

    #[test]
    fn paths_are_normalised_and_encoded_once_more() {
        for (path, canonical) in [
            ("/", "/"),
            ("", "/"),
            ("//", "/"),
            ("/a/../", "/"),
            ("/a/./b//c", "/a/b/c"),
            ("/a/b/", "/a/b/"),
            ("/../../x", "/x"),
            ("/a%20b", "/a%2520b"),
            ("/\u{1234}", "/%E1%88%B4"),
            ("/-_.~!*", "/-_.~%21%2A"),
        ] {
            assert_eq!(uri(path), canonical, "{path}");
        }
    }

    #[test]
    fn query_parameters_are_sorted() {
        assert_eq!(query("b=2&a=2&a=1&c"), "a=1&a=2&b=2&c=");
        assert_eq!(query(""), "");
    }
}
