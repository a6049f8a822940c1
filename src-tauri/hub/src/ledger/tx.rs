//! One transaction on either engine. In an office's transaction `$1` is always the office.

use super::error::Result;
use super::faults::{Fault, SharedFaults};
use super::param::{Param, Row};
use super::scope::{Access, Scope};
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};

/// An open transaction with the scope it was opened for.
#[derive(Debug)]
pub struct Tx<A: Access> {
    engine: Engine,
    access: A,
    faults: SharedFaults,
}

#[derive(Debug)]
enum Engine {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

macro_rules! statement {
    ($self:ident, $sql:expr, $params:ident) => {{
        let lead = $self.access.lead();
        lead.into_iter().chain($params.iter().copied())
    }};
}

impl<A: Access> Tx<A> {
    pub(super) fn on_sqlite(transaction: Transaction<'static, Sqlite>, access: A, faults: SharedFaults) -> Self {
        Self { engine: Engine::Sqlite(transaction), access, faults }
    }

    /// Tells the row-level security whose rows this is about; the setting ends with the transaction.
    pub(super) async fn on_postgres(
        transaction: Transaction<'static, Postgres>,
        access: A,
        faults: SharedFaults,
    ) -> Result<Self> {
        let mut tx = Self { engine: Engine::Postgres(transaction), access, faults };
        let (office, province) = tx.access.settings();
        if let Engine::Postgres(transaction) = &mut tx.engine {
            let set = "select set_config('app.office', $1, true), set_config('app.province', $2, true)";
            sqlx::query(set).bind(office).bind(province).execute(&mut **transaction).await?;
        }
        Ok(tx)
    }

    /// Runs a statement; how many rows it changed.
    pub async fn execute(&mut self, sql: &str, params: &[Param<'_>]) -> Result<u64> {
        self.suffer().await?;
        let all = statement!(self, sql, params);
        let text = AssertSqlSafe(sql.to_owned());
        Ok(match &mut self.engine {
            Engine::Sqlite(transaction) => {
                let query = all.fold(sqlx::query(text), |query, param| param.to_sqlite(query));
                query.execute(&mut **transaction).await?.rows_affected()
            }
            Engine::Postgres(transaction) => {
                let query = all.fold(sqlx::query(text), |query, param| param.to_postgres(query));
                query.execute(&mut **transaction).await?.rows_affected()
            }
        })
    }

    /// All rows of a question.
    pub async fn rows(&mut self, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>> {
        self.suffer().await?;
        let all = statement!(self, sql, params);
        let text = AssertSqlSafe(sql.to_owned());
        Ok(match &mut self.engine {
            Engine::Sqlite(transaction) => {
                let query = all.fold(sqlx::query(text), |query, param| param.to_sqlite(query));
                query.fetch_all(&mut **transaction).await?.into_iter().map(Row::Sqlite).collect()
            }
            Engine::Postgres(transaction) => {
                let query = all.fold(sqlx::query(text), |query, param| param.to_postgres(query));
                query.fetch_all(&mut **transaction).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a question, if there is one.
    pub async fn row(&mut self, sql: &str, params: &[Param<'_>]) -> Result<Option<Row>> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// The end of a question whose row nobody else may change until the commit. SQLite has one writer at a time
    /// anyhow, and no words for it.
    pub fn for_update(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "",
            Engine::Postgres(_) => " for update",
        }
    }

    pub(crate) async fn commit(self) -> Result<()> {
        let fault = self.faults.next("commit");
        if fault == Fault::Loss {
            return Err(Fault::lost());
        }
        match self.engine {
            Engine::Sqlite(transaction) => transaction.commit().await?,
            Engine::Postgres(transaction) => transaction.commit().await?,
        }
        if fault == Fault::LostReply { Err(Fault::lost()) } else { Ok(()) }
    }

    /// Where the tests let the engine fail.
    async fn suffer(&mut self) -> Result<()> {
        match self.faults.next("statement") {
            Fault::None | Fault::LostReply => Ok(()),
            Fault::Loss => Err(Fault::lost()),
            Fault::Conflict => match &mut self.engine {
                Engine::Sqlite(_) => Err(Fault::lost()),
                Engine::Postgres(transaction) => {
                    let raise = "do $$ begin raise exception 'injected' using errcode = '40001'; end $$";
                    sqlx::raw_sql(raise).execute(&mut **transaction).await?;
                    Ok(())
                }
            },
        }
    }
}

impl Tx<Scope> {
    /// The office that every statement is about.
    pub fn scope(&self) -> Scope {
        self.access
    }

    /// Many rows in one statement: `head` up to `values`, the rows without the office, and what follows them.
    pub async fn insert(&mut self, head: &str, rows: &[Vec<Param<'_>>], tail: &str) -> Result<u64> {
        let Some(width) = rows.first().map(Vec::len) else {
            return Ok(0);
        };
        let mut changed = 0;
        for some in rows.chunks((MOST_PARAMETERS / width.max(1)).max(1)) {
            let sql = format!("{head} values {} {tail}", places(some.len(), width));
            let params: Vec<Param<'_>> = some.iter().flatten().copied().collect();
            changed += self.execute(&sql, &params).await?;
        }
        Ok(changed)
    }
}

/// SQLite takes 32,766 parameters, PostgreSQL 65,535.
const MOST_PARAMETERS: usize = 32_000;

/// `($1, $2, $3), ($1, $4, $5)`: the office leads every row.
fn places(rows: usize, width: usize) -> String {
    let row = |index: usize| {
        let own = (0..width).map(|column| format!(", ${}", 2 + index * width + column));
        format!("($1{})", own.collect::<String>())
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_leads_every_row_of_a_bulk_insert() {
        assert_eq!(places(2, 2), "($1, $2, $3), ($1, $4, $5)");
        assert_eq!(places(1, 1), "($1, $2)");
    }
}
