//! Halls and the booths in them (*denah stan*), in whole metres from the upper left corner.

use super::{fair::Fair, fair_store as store};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, SqliteConnection, Work},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

table! {
    /// A hall.
    pub struct Hall = 65 "hall" {
        /// Of which fair.
        1 A fair_id: Id<Fair>,
        /// Its name.
        2 A name: String,
        /// Metres from left to right.
        3 A width: i64,
        /// Metres from back to front.
        4 A depth: i64,
        /// Where on the front one comes in: metres from the left.
        5 A entrance: i64,
    }
}

table! {
    /// A booth (*stan*).
    pub struct Booth = 66 "booth" {
        /// In which hall.
        1 A hall_id: Id<Hall>,
        /// As on the plan: `A-01`.
        2 A code: String,
        /// Metres from the left.
        3 A x: i64,
        /// Metres from the back.
        4 A y: i64,
        /// Metres wide.
        5 A width: i64,
        /// Metres deep.
        6 A depth: i64,
        /// Tables.
        7 A tables: i64,
        /// Has a socket.
        8 A power: bool,
    }
}

/// A booth as drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BoothLine {
    /// `None`: a new one.
    pub id: Option<Id<Booth>>,
    /// As on the plan.
    pub code: String,
    /// Metres from the left.
    pub x: i64,
    /// Metres from the back.
    pub y: i64,
    /// Metres wide.
    pub width: i64,
    /// Metres deep.
    pub depth: i64,
    /// Tables.
    pub tables: i64,
    /// Has a socket.
    pub power: bool,
}

/// A hall as drawn, with all its booths.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HallDraft {
    /// `None`: a new one.
    pub id: Option<Id<Hall>>,
    /// Of which fair.
    pub fair_id: Id<Fair>,
    /// Its name.
    pub name: String,
    /// Metres from left to right.
    pub width: i64,
    /// Metres from back to front.
    pub depth: i64,
    /// Where one comes in.
    pub entrance: i64,
    /// Its booths.
    pub booths: Vec<BoothLine>,
}

/// A hall with its booths.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct HallView {
    /// The hall.
    pub hall: Hall,
    /// Its booths by code.
    pub booths: Vec<Booth>,
}

refusals! {
    "floor" =>
    /// What keeps a floor plan from being saved.
    FloorRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// A hall is 2 to 500 metres wide and deep, its entrance on its front.
        HallSize => "hall_size",
        /// A booth has no code.
        CodeMissing => "code_missing",
        /// Two booths of the fair bear one code.
        CodeTaken { code } => "code_taken",
        /// A booth reaches beyond the hall.
        Outside { code } => "outside",
        /// Two booths stand on one spot.
        Overlaps { code, other } => "overlaps",
        /// A company stands there.
        Occupied { code } => "occupied",
        /// No such hall.
        Unknown => "unknown",
    }
}

fn meet(one: &BoothLine, other: &BoothLine) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.depth
        && other.y < one.y + one.depth
}

/// What is wrong with a hall for itself. Pure.
fn check(draft: &HallDraft) -> std::result::Result<(), FloorRefusal> {
    use FloorRefusal as R;
    filled(&draft.name).ok_or(R::NameMissing)?;
    let size = 2..=500;
    if !size.contains(&draft.width) || !size.contains(&draft.depth) || !(0..=draft.width).contains(&draft.entrance) {
        return Err(R::HallSize);
    }
    for (at, booth) in draft.booths.iter().enumerate() {
        let code = filled(&booth.code).ok_or(R::CodeMissing)?.to_uppercase();
        let inside = booth.x >= 0 && booth.y >= 0 && booth.width >= 1 && booth.depth >= 1;
        if !inside || booth.x + booth.width > draft.width || booth.y + booth.depth > draft.depth {
            return Err(R::Outside { code });
        }
        for other in &draft.booths[..at] {
            let named = filled(&other.code).unwrap_or_default().to_uppercase();
            if named == code {
                return Err(R::CodeTaken { code });
            }
            if meet(booth, other) {
                return Err(R::Overlaps { code, other: named });
            }
        }
    }
    Ok(())
}

/// Saves a hall with its booths. Refuses the words of `floor`.
pub async fn save(work: &mut Work, draft: HallDraft) -> Result<Id<Hall>> {
    check(&draft)?;
    let fair_id = match draft.id {
        Some(id) => work.get(id).await?.ok_or(FloorRefusal::Unknown)?.fair_id,
        None => draft.fair_id,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let all = store::booths(work.reads(), fair_id).await?;
    let codes: Vec<String> = draft.booths.iter().map(|line| line.code.trim().to_uppercase()).collect();
    if let Some(other) = all.iter().find(|booth| booth.hall_id != id && codes.contains(&booth.code)) {
        return Err(FloorRefusal::CodeTaken { code: other.code.clone() }.into());
    }
    let Some(name) = filled(&draft.name) else { return Err(FloorRefusal::NameMissing.into()) };
    let (width, depth, entrance) = (draft.width, draft.depth, draft.entrance);
    work.put(&Hall { id, fair_id, name, width, depth, entrance }).await?;
    let mut kept = Vec::new();
    for (line, code) in draft.booths.into_iter().zip(codes) {
        let known = line.id.filter(|id| all.iter().any(|booth| booth.id == *id) && !kept.contains(id));
        let booth = known.unwrap_or_else(|| work.id());
        kept.push(booth);
        let BoothLine { x, y, width, depth, tables, power, .. } = line;
        work.put(&Booth { id: booth, hall_id: id, code, x, y, width, depth, tables, power }).await?;
    }
    for gone in all.iter().filter(|booth| booth.hall_id == id && !kept.contains(&booth.id)) {
        if store::booth_taken(work.reads(), gone.id).await? {
            return Err(FloorRefusal::Occupied { code: gone.code.clone() }.into());
        }
        work.remove(gone).await?;
    }
    work.about(fair_id).await?;
    Ok(id)
}

/// Takes a hall and its booths away. Refuses `floor.unknown`, `floor.occupied`.
pub async fn remove(work: &mut Work, id: Id<Hall>) -> Result<()> {
    let hall: Hall = work.get(id).await?.ok_or(FloorRefusal::Unknown)?;
    let booths = store::booths(work.reads(), hall.fair_id).await?;
    for booth in booths.iter().filter(|booth| booth.hall_id == id) {
        if store::booth_taken(work.reads(), booth.id).await? {
            return Err(FloorRefusal::Occupied { code: booth.code.clone() }.into());
        }
        work.remove(booth).await?;
    }
    work.remove(&hall).await?;
    work.about(hall.fair_id).await
}

/// The halls of a fair with their booths.
pub async fn plan(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<HallView>> {
    let booths = store::booths(&mut *connection, fair).await?;
    let halls = store::halls(connection, fair).await?;
    let view = |hall: Hall| HallView {
        booths: booths.iter().filter(|booth| booth.hall_id == hall.id).cloned().collect(),
        hall,
    };
    Ok(halls.into_iter().map(view).collect())
}

/// Rows of booths of one size with an aisle after every second row, as many as fit: a start for the drawing. Pure.
pub fn rows_of_booths(width: i64, depth: i64, booth: (i64, i64), aisle: i64) -> Vec<BoothLine> {
    let (wide, deep) = (booth.0.max(1), booth.1.max(1));
    let mut lines = Vec::new();
    let (mut y, mut row) = (0, 0_u8);
    while y + deep <= depth - aisle && row < 26 {
        for column in 0..width / wide {
            let code = format!("{}-{:02}", char::from(b'A' + row), column + 1);
            let (x, tables) = (column * wide, 1);
            lines.push(BoothLine { id: None, code, x, y, width: wide, depth: deep, tables, power: true });
        }
        y += if row % 2 == 0 { deep + aisle } else { deep };
        row += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::{fair, testing::a_fair},
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    fn booth(code: &str, x: i64, y: i64) -> BoothLine {
        BoothLine { id: None, code: code.into(), x, y, width: 3, depth: 2, tables: 1, power: true }
    }

    #[tokio::test]
    async fn booths_stand_inside_their_hall_apart_and_each_under_its_code() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "hall_save").await;
        let fair_id = fair::save(&mut work, a_fair()).await.expect("a fair");
        let hall = |booths: Vec<BoothLine>| HallDraft {
            id: None,
            fair_id,
            name: "Aula".into(),
            width: 20,
            depth: 10,
            entrance: 10,
            booths,
        };
        for (booths, code) in [
            (vec![booth("A-01", 18, 0)], "floor.outside"),
            (vec![booth("A-01", 0, 0), booth("a-01", 5, 0)], "floor.code_taken"),
            (vec![booth("A-01", 0, 0), booth("A-02", 2, 1)], "floor.overlaps"),
            (vec![booth(" ", 0, 0)], "floor.code_missing"),
        ] {
            assert_eq!(refused(save(&mut work, hall(booths)).await), code);
        }
        let id = save(&mut work, hall(vec![booth("A-01", 0, 0), booth("A-02", 3, 0)])).await.expect("side by side");
        assert_eq!(refused(save(&mut work, hall(vec![booth("A-02", 0, 0)])).await), "floor.code_taken");
        let mut again = HallDraft { id: Some(id), ..hall(vec![booth("A-03", 0, 0)]) };
        again.booths[0].id = Some(plan(work.reads(), fair_id).await.expect("plan")[0].booths[0].id);
        save(&mut work, again).await.expect("changed");
        let codes: Vec<String> =
            plan(work.reads(), fair_id).await.expect("plan")[0].booths.iter().map(|one| one.code.clone()).collect();
        assert_eq!(codes, ["A-03"]);
    }

    #[test]
    fn rows_of_booths_fit_the_hall_and_leave_the_front_free() {
        let lines = rows_of_booths(20, 15, (3, 2), 3);
        assert_eq!(lines.len(), 6 * 3, "one row at the wall, two back to back");
        let hall = HallDraft {
            id: None,
            fair_id: Id::new(chrono::DateTime::UNIX_EPOCH),
            name: "Aula".into(),
            width: 20,
            depth: 15,
            entrance: 10,
            booths: lines,
        };
        assert_eq!(check(&hall), Ok(()));
        assert!(hall.booths.iter().all(|line| line.y + line.depth <= 12));
    }
}
