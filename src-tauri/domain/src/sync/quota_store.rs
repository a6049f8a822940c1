//! Seats that two PCs gave away without knowing of each other (*kelebihan kuota*): nobody is turned away by a program, a
//! person looks.

use crate::{
    base::id::Id,
    registration::{Intake, state::ApplicationState},
    store::{Result, SqliteConnection},
};
use serde::Serialize;
use ts_rs::TS;

/// An intake in which more people have a seat than there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverQuota {
    /// The intake.
    pub intake: Id<Intake>,
    /// Its name.
    pub name: String,
    /// Seats.
    pub seats: i64,
    /// People with a seat.
    pub seated: i64,
}

/// The intakes with more people than seats.
pub async fn over_quota(connection: &mut SqliteConnection) -> Result<Vec<OverQuota>> {
    use ApplicationState::{Active, Called, Confirmed, Selected};
    Ok(sqlx::query_as!(
        OverQuota,
        r#"select intake.id as "intake: Id<Intake>", intake.name, seats, count(*) as "seated!: i64"
           from intake join application on application.intake_id = intake.id
           where application.state in (?, ?, ?, ?) and intake.retired_at is null
           group by intake.id having count(*) > seats order by intake.id"#,
        Selected,
        Called,
        Confirmed,
        Active
    )
    .fetch_all(connection)
    .await?)
}
