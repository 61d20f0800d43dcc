//! Tells browsers from API clients by their `Accept` header (RFC 9110 section 12.5.1).

use http::{HeaderMap, header};

/// Whether the client prefers HTML to JSON. Clients without a preference, such as curl and SDKs,
/// get JSON.
pub(crate) fn prefers_html(headers: &HeaderMap) -> bool {
    let accepted: Vec<&str> =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let accepted = accepted.join(",");
    quality(&accepted, "text", "html") > quality(&accepted, "application", "json")
}

/// The quality, in thousandths, of the most specific range that matches a type; 0 if none matches.
fn quality(accepted: &str, class: &str, name: &str) -> u16 {
    let mut best = (0, 0);
    for range in accepted.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let Some((range_class, range_name)) = parts.next().and_then(|range| range.split_once('/'))
        else {
            continue;
        };
        let specificity = match (range_class, range_name) {
            ("*", "*") => 1,
            (given, "*") if given.eq_ignore_ascii_case(class) => 2,
            (given, name_given)
                if given.eq_ignore_ascii_case(class) && name_given.eq_ignore_ascii_case(name) =>
            {
                3
            }
            _ => continue,
        };
        let weight = parts
            .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
            .map_or(1000, thousandths);
        if specificity > best.0 {
            best = (specificity, weight);
        }
    }
    best.1
}

/// Parses `0.8` as 800. An invalid quality counts as 0.
fn thousandths(text: &str) -> u16 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    match whole {
        "1" => 1000,
        "0" if fraction.len() <= 3 => format!("{fraction:0<3}").parse().unwrap_or_default(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_browsers_get_the_page() {
        for (accept, html) in [
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                true,
            ),
            ("text/html", true),
            ("Text/HTML;q=0.5", true),
            ("text/*, application/json;q=0.9", true),
            ("*/*", false),
            ("", false),
            ("application/json", false),
            ("application/json, text/plain, */*", false),
            ("text/html, */*", false),
            ("text/html;q=0.8, application/json", false),
            ("text/html;q=0, */*", false),
            ("text/html;q=x, */*;q=0.1", false),
            ("nonsense", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().unwrap());
            assert_eq!(prefers_html(&headers), html, "{accept}");
        }
        assert!(!prefers_html(&HeaderMap::new()));
    }
}
