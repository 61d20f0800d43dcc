//! `RESULTS.md`: the tables, the soak's figures and notes written by hand, each kept when another is written.

const SOAK: Part = Part { begin: "<!-- soak: written by cargo xtask soak --write -->", end: "<!-- end of soak -->" };
const NOTES: Part = Part { begin: "<!-- notes: written by hand, kept by --write -->", end: "<!-- end of notes -->" };

/// The file with other tables.
pub(crate) fn with_tables(tables: &str, before: &str) -> String {
    file(tables, SOAK.of(before), NOTES.of(before))
}

/// The file with other figures of the soak.
pub(crate) fn with_soak(soak: &str, before: &str) -> String {
    let tables = before.split("<!--").next().unwrap_or_default().trim_end();
    file(&format!("{tables}\n"), Some(&format!("\n\n{soak}\n")), NOTES.of(before))
}

fn file(tables: &str, soak: Option<&str>, notes: Option<&str>) -> String {
    let notes = notes.unwrap_or("\n\n## Notes\n\n");
    let soak = soak.map_or_else(String::new, |soak| format!("{}{soak}{}\n\n", SOAK.begin, SOAK.end));
    format!("{tables}\n{soak}{}{notes}{}\n", NOTES.begin, NOTES.end)
}

/// What stands between two lines.
struct Part {
    begin: &'static str,
    end: &'static str,
}

impl Part {
    fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.split_once(self.begin).and_then(|(_, rest)| rest.split_once(self.end)).map(|(part, _)| part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_kept_when_another_is_written() {
        let first = with_tables("tables\n", "");
        let edited = first.replace("## Notes\n", "## Notes\n\na remark");
        assert_eq!(with_tables("new tables\n", &edited), edited.replace("tables", "new tables"));
        let soaked = with_soak("figures", &edited);
        assert_eq!(with_soak("others", &soaked), soaked.replace("figures", "others"));
        let both = with_tables("new tables\n", &soaked);
        assert_eq!(both, soaked.replace("tables", "new tables"));
        for part in ["new tables", "figures", "a remark"] {
            assert_eq!(both.matches(part).count(), 1, "{part}");
        }
    }
}
