//! `RESULTS.md`: the tables, the figures by size, the soak's figures, and handwritten notes.
//! Writing one section keeps the others.

const SIZES: Part = Part {
    begin: "<!-- sizes: written by poolkeeper-bench sizes --write -->",
    end: "<!-- end of sizes -->",
};
const SOAK: Part = Part {
    begin: "<!-- soak: written by cargo xtask soak --write -->",
    end: "<!-- end of soak -->",
};
const NOTES: Part = Part {
    begin: "<!-- notes: written by hand, kept by --write -->",
    end: "<!-- end of notes -->",
};

/// The file with its tables replaced.
pub(crate) fn with_tables(tables: &str, before: &str) -> String {
    file(tables, SIZES.of(before), SOAK.of(before), NOTES.of(before))
}

/// The file with its figures by size replaced.
pub(crate) fn with_sizes(sizes: &str, before: &str) -> String {
    file(&tables_of(before), Some(&format!("\n\n{sizes}\n")), SOAK.of(before), NOTES.of(before))
}

/// The file with its soak figures replaced.
pub(crate) fn with_soak(soak: &str, before: &str) -> String {
    file(&tables_of(before), SIZES.of(before), Some(&format!("\n\n{soak}\n")), NOTES.of(before))
}

fn tables_of(before: &str) -> String {
    format!("{}\n", before.split("<!--").next().unwrap_or_default().trim_end())
}

fn file(tables: &str, sizes: Option<&str>, soak: Option<&str>, notes: Option<&str>) -> String {
    let notes = notes.unwrap_or("\n\n## Notes\n\n");
    let kept = |part: &Part, text: Option<&str>| {
        text.map_or_else(String::new, |text| format!("{}{text}{}\n\n", part.begin, part.end))
    };
    let (sizes, soak) = (kept(&SIZES, sizes), kept(&SOAK, soak));
    format!("{tables}\n{sizes}{soak}{}{notes}{}\n", NOTES.begin, NOTES.end)
}

/// The text between two marker lines.
struct Part {
    begin: &'static str,
    end: &'static str,
}

impl Part {
    fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.split_once(self.begin)
            .and_then(|(_, rest)| rest.split_once(self.end))
            .map(|(part, _)| part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_a_section_keeps_the_others() {
        let first = with_tables("tables\n", "");
        let edited = first.replace("## Notes\n", "## Notes\n\na remark");
        assert_eq!(with_tables("new tables\n", &edited), edited.replace("tables", "new tables"));
        let soaked = with_soak("figures", &edited);
        assert_eq!(with_soak("others", &soaked), soaked.replace("figures", "others"));
        let sized = with_sizes("by size", &soaked);
        assert_eq!(with_sizes("again", &sized), sized.replace("by size", "again"));
        let both = with_tables("new tables\n", &sized);
        assert_eq!(both, sized.replace("tables", "new tables"));
        for part in ["new tables", "figures", "by size", "a remark"] {
            assert_eq!(both.matches(part).count(), 1, "{part}");
        }
    }
}
