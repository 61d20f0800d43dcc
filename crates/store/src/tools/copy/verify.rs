//! Comparing both stores: every row is read, counted and hashed, regardless of order.

use aws_lc_rs::digest::{SHA256, digest};

use super::placing::Placing;
use super::walk::{Rows, Stretch, stretches};
use super::{CopyError, Difference, Progress, Reporter, Side, Stage};
use crate::records;
use crate::schema::Value;
use crate::store::Store;

/// Compares the rows of both stores, those of the source as placed for the target. Returns the
/// tables with their counts.
pub(super) async fn compare(
    from: &Store,
    to: &Store,
    placing: &Placing,
    reporter: &mut Reporter<'_>,
) -> Result<Vec<(&'static str, u64)>, CopyError> {
    let (source, target) = (stretches(&placing.source_parts()), stretches(&placing.target_parts()));
    let mut counter = Counter { reporter, done: 0, all: source.len() + target.len() };
    let mut tables = Vec::new();
    let mut differences = Vec::new();
    for table in records::tables().into_iter().filter(|table| super::is_copied(table)) {
        let of_table = |stretch: &&Stretch| stretch.table.rank == table.rank;
        let mut sums = [Sum::default(), Sum::default()];
        let [source_sum, target_sum] = &mut sums;
        for stretch in source.iter().filter(of_table) {
            counter.sum(from, Side::Source, stretch, Some(placing), source_sum).await?;
        }
        for stretch in target.iter().filter(of_table) {
            counter.sum(to, Side::Target, stretch, None, target_sum).await?;
        }
        let [source, target] = sums;
        if source == target {
            tables.push((table.name, source.rows));
        } else {
            differences.push(Difference {
                table: table.name,
                source: source.rows,
                target: target.rows,
            });
        }
    }
    if differences.is_empty() { Ok(tables) } else { Err(CopyError::Differs(differences)) }
}

/// Reads rows and reports progress.
struct Counter<'a, 'b> {
    reporter: &'a mut Reporter<'b>,
    done: usize,
    all: usize,
}

impl Counter<'_, '_> {
    async fn sum(
        &mut self,
        store: &Store,
        side: Side,
        stretch: &Stretch,
        placing: Option<&Placing>,
        sum: &mut Sum,
    ) -> Result<(), CopyError> {
        let mut pages = Rows::of(store, stretch, None);
        let failed = |error| side.failed(error);
        loop {
            let (table, done, all) = (stretch.table.name, self.done, self.all);
            self.reporter.report(Progress {
                stage: Stage::Verifying,
                table,
                rows: sum.rows,
                done,
                all,
            })?;
            let Some(page) = pages.next().await.map_err(failed)? else { break };
            for row in page {
                let row = match placing {
                    Some(placing) => placing.moved(stretch.table, row).map_err(failed)?,
                    None => row,
                };
                sum.add(&row);
            }
        }
        self.done += 1;
        Ok(())
    }
}

/// The number of rows, and the sum of their hashes, which does not depend on their order.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sum {
    rows: u64,
    hashes: [u64; 4],
}

impl Sum {
    fn add(&mut self, row: &[Value]) {
        self.rows += 1;
        let mut bytes = Vec::new();
        for value in row {
            write(value, &mut bytes);
        }
        let hash = digest(&SHA256, &bytes);
        let (lanes, _) = hash.as_ref().as_chunks::<8>();
        for (sum, lane) in self.hashes.iter_mut().zip(lanes) {
            *sum = sum.wrapping_add(u64::from_be_bytes(*lane));
        }
    }
}

/// Writes type, length and content, so that different rows never have the same bytes.
fn write(value: &Value, bytes: &mut Vec<u8>) {
    let (kind, content): (u8, &[u8]) = match value {
        Value::Null => (0, &[]),
        Value::Int(int) => (1, &int.to_be_bytes()),
        Value::Text(text) => (2, text.as_bytes()),
        Value::Bytes(content) => (3, content),
        Value::Bool(bool) => (4, &[u8::from(*bool)]),
    };
    bytes.push(kind);
    bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
    bytes.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::{Sum, Value};

    fn sum(rows: &[&[Value]]) -> Sum {
        let mut sum = Sum::default();
        rows.iter().for_each(|row| sum.add(row));
        sum
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let (a, b): (&[Value], &[Value]) =
            (&["a".into(), Value::Int(1)], &["b".into(), Value::Null]);
        assert_eq!(sum(&[a, b]), sum(&[b, a]));
        assert_ne!(sum(&[a, b]), sum(&[a, a]));
        assert_ne!(sum(&[a, a]), sum(&[b, b]));
    }

    #[test]
    fn the_slightest_change_matters() {
        let rows: [&[Value]; 9] = [
            &["ab".into(), "c".into()],
            &["a".into(), "bc".into()],
            &["abc".into()],
            &["abc".into(), Value::Null],
            &["abc".into(), "".into()],
            &["abc".into(), Value::Int(0)],
            &["abc".into(), Value::Bool(false)],
            &["abc".into(), Value::Bytes(vec![0])],
            &[Value::Bytes(b"abc".to_vec())],
        ];
        for (at, row) in rows.iter().enumerate() {
            for other in rows.iter().skip(at + 1) {
                assert!(sum(&[row]) != sum(&[other]));
            }
        }
    }
}
