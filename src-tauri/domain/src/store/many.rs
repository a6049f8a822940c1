//! Many new rows of one table at once: the same rows, index and log as one by one, in a fraction of the statements.

use super::{
    error::Result,
    log::Kind,
    search,
    table::{Meta, Table},
    value::{Bind, Value},
    work::{Work, present, refer},
};
use sqlx::{AssertSqlSafe, sqlite::SqliteArguments};

/// Rows of one statement; with the widest table well below the number of parameters that SQLite allows.
const MANY: usize = 32;

impl Work {
    /// Stores rows that are known to be new, without looking first.
    pub async fn put_new_many<T: Table>(&mut self, rows: &[T]) -> Result<()> {
        for chunk in rows.chunks(MANY) {
            if chunk.len() < MANY {
                for row in chunk {
                    self.put_new(row).await?;
                }
            } else {
                self.insert_many(T::META, chunk).await?;
            }
        }
        Ok(())
    }

    async fn insert_many<T: Table>(&mut self, meta: &'static Meta, rows: &[T]) -> Result<()> {
        self.make_room().await?;
        let values: Vec<Vec<Value>> = rows.iter().map(Table::values).collect();
        let mut arguments = SqliteArguments::default();
        for (row, values) in rows.iter().zip(&values) {
            Value::Blob(row.id().uuid().as_bytes().to_vec()).bind(&mut arguments)?;
            for value in values {
                value.bind(&mut arguments)?;
            }
        }
        let (head, tuple) = meta.insert.split_once(" values ").unwrap_or((meta.insert, ""));
        // Only our own declaration is repeated.
        let sql = format!("{head} values {}", vec![tuple; rows.len()].join(", "));
        let done = sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *self.tx).await.map_err(refer)?;
        if let Some(text) = meta.search {
            // One statement numbers its rows without a gap.
            let first = done.last_insert_rowid() - i64::try_from(rows.len()).unwrap_or(0) + 1;
            let texts: Vec<(i64, String)> = (first..).zip(values.iter().map(|values| text(values))).collect();
            search::add_many(&mut self.tx, meta, &texts, &mut self.words).await?;
        }
        for (row, values) in rows.iter().zip(&values) {
            self.note(meta, row.id().uuid(), Kind::Ins, present(meta, values), None).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        base::id::Id,
        people::{draft::to_row, find, person::Person, testing::a_draft},
        store::{Store, testing::*},
    };

    const NAMES: [&str; 9] = ["Agus", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gita", "Hadi", "Indah"];

    fn people(count: usize) -> Vec<Person> {
        let name = |n: usize| format!("{} {}", NAMES[n % 9], NAMES[n / 9 % 9]);
        let draft = |n: usize| a_draft(|draft| draft.full_name = name(n));
        (0..count).map(|n| to_row(&draft(n), None, Id::new(noon()), noon(), noon().date_naive(), "1")).collect()
    }

    async fn found(store: &Store, name: &str) -> Vec<Id<Person>> {
        let query = find::SearchQuery { text: name.into() };
        let hits = find::search(&mut store.read().await.expect("reader"), &query).await.expect("search");
        hits.into_iter().map(|hit| hit.id).collect()
    }

    #[tokio::test]
    async fn rows_stored_together_are_found_each_under_its_own_words_and_taken_back_together() {
        let (_folder, store) = an_office().await;
        let rows = people(80);
        let mut work = begin(&store, "import_apply").await;
        // Not from the first row on, as in a register that is in use.
        work.put_new(&rows[0]).await.expect("stored");
        work.put_new_many(&rows[1..]).await.expect("stored");
        let done = work.commit().await.expect("committed");
        assert_eq!(done.entries, 80);
        for row in &rows {
            assert_eq!(found(&store, &row.full_name).await.first(), Some(&row.id), "{}", row.full_name);
        }
        store.undo(done.act, an_act("undo")).await.expect("undone");
        assert!(found(&store, &rows[40].full_name).await.is_empty());
    }
}
