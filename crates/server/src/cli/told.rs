//! Texts that describe the outcome of a command.

use server::admin::Outcome;
use server::admin::outcome::{
    Backup, Check, Key, Keys, MasterKey, Message, Messages, Rotated, State,
};

use super::terminal::{Cell, Hue, Paint, columns, table};

/// Describes an outcome.
pub(super) fn text(outcome: &Outcome, paint: Paint) -> String {
    match outcome {
        Outcome::Keys(keys) => listed(keys, paint),
        Outcome::Rotated(Rotated { pool_id, signs_from, old_keys_until }) => format!(
            "The new keys of {pool_id} are published now and sign from {signs_from}. The old keys \
             stay published until {old_keys_until}."
        ),
        Outcome::MasterKey(done) => moved(done),
        Outcome::Backup(Backup { file, bytes, master_keys }) => {
            format!("Wrote {} ({bytes} bytes). {}", file.display(), needs(master_keys))
        }
        Outcome::Messages(messages) => sent(messages, paint),
        Outcome::Checks(checks) => examined(checks, paint),
        Outcome::Seed(seed) => seed.clone(),
    }
}

/// Says which master keys the data need.
pub(super) fn needs(master_keys: &[String]) -> String {
    match master_keys {
        [] => "It has no user pool yet and needs no master key.".to_owned(),
        [one] => {
            format!(
                "Its secrets can be decrypted only with master key {one}, which it does not \
                 contain."
            )
        }
        several => format!(
            "Its secrets can be decrypted only with the master keys {}, which it does not contain.",
            several.join(" and ")
        ),
    }
}

/// Formats messages as a table, with or without a header.
pub(super) fn lines(messages: &[Message], paint: Paint, has_head: bool) -> String {
    const HEAD: &[&str] = &["queued", "kind", "by", "to", "user", "pool", "code"];
    let n_columns = if has_codes(messages) { HEAD.len() } else { HEAD.len() - 1 };
    let rows: Vec<Vec<Cell>> = messages.iter().map(row).collect();
    if has_head {
        table(paint, HEAD.get(..n_columns).unwrap_or(HEAD), rows)
    } else {
        columns(paint, &rows)
    }
}

/// Whether the messages have their contents, which only data of `dev` show.
fn has_codes(messages: &[Message]) -> bool {
    messages.iter().any(|message| message.text.is_some())
}

fn row(message: &Message) -> Vec<Cell> {
    let Message { pool_id, created, kind, medium, destination, username, text, .. } = message;
    let code = text.as_ref().and_then(|text| text.code.as_deref()).unwrap_or_default();
    let fields = [created, kind, medium, destination, username, pool_id]
        .map(|field| Cell::new(field.as_str()));
    fields.into_iter().chain([Cell::of(Hue::Good, code)]).collect()
}

fn sent(Messages { messages, left_out }: &Messages, paint: Paint) -> String {
    if messages.is_empty() {
        return "There are no messages.".to_owned();
    }
    let mut out = lines(messages, paint, true);
    match left_out {
        0 => {}
        1 => out.push_str("\nand 1 older message; use --limit to show more."),
        more => out.push_str(&format!("\nand {more} older messages; use --limit to show more.")),
    }
    if !has_codes(messages) {
        out.push_str("\n`serve` does not deliver messages yet: these were not sent.");
    }
    out
}

fn listed(Keys { keys, .. }: &Keys, paint: Paint) -> String {
    let row = |key: &Key| {
        let Key { kid, purpose, state, signs_from, published_until } = key;
        let hue = (state == "current").then_some(Hue::Good);
        let state = hue.map_or_else(|| Cell::new(state), |hue| Cell::of(hue, state));
        let until = published_until.as_deref().unwrap_or("-");
        vec![Cell::new(kid), Cell::new(purpose), state, Cell::new(signs_from), Cell::new(until)]
    };
    table(
        paint,
        &["key id", "purpose", "state", "signs from", "published until"],
        keys.iter().map(row).collect(),
    )
}

fn moved(MasterKey { master_key, pools, rewrapped, needless }: &MasterKey) -> String {
    let mut text = match (pools, rewrapped) {
        (0, _) => {
            format!("There is no user pool yet; the first will use master key {master_key}.")
        }
        (1, 0) => format!("The only user pool already uses master key {master_key}."),
        (1, _) => {
            format!("The only user pool was rewrapped and now uses master key {master_key}.")
        }
        (_, 0) => {
            format!("All {pools} user pools already use master key {master_key}.")
        }
        (_, 1) => {
            format!("All {pools} user pools now use master key {master_key}; 1 was rewrapped.")
        }
        _ => format!(
            "All {pools} user pools now use master key {master_key}; {rewrapped} were rewrapped."
        ),
    };
    if !needless.is_empty() {
        text.push_str(&format!(
            " The data no longer need {}: once every node lists {master_key} first, remove it \
             from the configuration, but keep it as long as backups need it.",
            needless.join(" and "),
        ));
    }
    text
}

/// Formats one line per check, followed by its advice if there is one. Consecutive checks with the
/// same advice show it once.
pub(super) fn examined(checks: &[Check], paint: Paint) -> String {
    let mut lines = Vec::new();
    for (at, Check { check, state, says, mend }) in checks.iter().enumerate() {
        let (hue, word) = match state {
            State::Ok => (Hue::Good, "ok"),
            State::Warning => (Hue::Doubtful, "warning"),
            State::Problem => (Hue::Bad, "problem"),
        };
        lines.push(vec![Cell::of(hue, word), Cell::new(check), Cell::new(says)]);
        let next = checks.get(at + 1).and_then(|next| next.mend.as_ref());
        if let Some(mend) = mend.as_ref().filter(|mend| next != Some(mend)) {
            lines.push(vec![Cell::new(""), Cell::new(""), Cell::new(format!("-> {mend}"))]);
        }
    }
    columns(paint, &lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotation_counts_its_pools() {
        let done = |pools, rewrapped| {
            moved(&MasterKey { master_key: "k".to_owned(), pools, rewrapped, needless: vec![] })
        };
        assert_eq!(done(0, 0), "There is no user pool yet; the first will use master key k.");
        assert_eq!(done(1, 0), "The only user pool already uses master key k.");
        assert_eq!(done(1, 1), "The only user pool was rewrapped and now uses master key k.");
        assert_eq!(done(3, 0), "All 3 user pools already use master key k.");
        assert_eq!(done(3, 1), "All 3 user pools now use master key k; 1 was rewrapped.");
        assert_eq!(done(3, 2), "All 3 user pools now use master key k; 2 were rewrapped.");
    }

    #[test]
    fn the_same_advice_is_shown_once() {
        let checks = [
            Check::ok("store", "it opens"),
            Check::problem("pools", "one", "Fix it."),
            Check::problem("pools", "other", "Fix it."),
            Check::warning("clock", "late", "Set it."),
        ];
        let expected = "ok       store  it opens\n\
                        problem  pools  one\n\
                        problem  pools  other\n                -> Fix it.\n\
                        warning  clock  late\n                -> Set it.";
        assert_eq!(examined(&checks, Paint::Plain), expected);
    }
}
