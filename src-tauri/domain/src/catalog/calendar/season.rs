//! Seasons (*masa pola*): days on which batches follow another pattern than their own, above all Ramadan.

use super::{
    pattern::{Shift, TimePattern},
    store,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use ts_rs::TS;

table! {
    /// Days on which a shift, or the batches of one pattern, follow another pattern (*masa pola*): Ramadan.
    pub struct Season = 45 "season" {
        /// `Ramadan 1448 H`.
        1 A name: String,
        /// For which shift.
        2 A shift: Shift,
        /// Only for batches of this pattern; `None`: for all of the shift.
        3 A instead_of_id: Option<Id<TimePattern>>,
        /// The pattern that holds then.
        4 A pattern_id: Id<TimePattern>,
        /// First day.
        5 A from_on: NaiveDate,
        /// Last day.
        6 A to_on: NaiveDate,
        /// The days are not certain yet: they hang on the moon.
        7 A estimated: bool,
        /// Taken back since.
        8 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A season to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SeasonDraft {
    /// `None`: a new one.
    pub id: Option<Id<Season>>,
    /// `Ramadan 1448 H`.
    pub name: String,
    /// For which shift.
    pub shift: Shift,
    /// Only for batches of this pattern; its shift counts then.
    pub instead_of_id: Option<Id<TimePattern>>,
    /// The pattern that holds then.
    pub pattern_id: Id<TimePattern>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// The days are not certain yet.
    pub estimated: bool,
}

refusals! {
    "season" =>
    /// What keeps a season from being saved.
    SeasonRefusal {
        /// No such season.
        Unknown => "unknown",
        /// No name.
        NameMissing => "name_missing",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// No such pattern.
        PatternUnknown => "pattern_unknown",
        /// A pattern would go before itself.
        SamePattern => "same_pattern",
        /// The same classes have another season on some of these days.
        Overlaps { name, from, to } => "overlaps",
    }
}

/// Saves a season. Refuses what [`SeasonRefusal`] lists.
pub async fn save(work: &mut Work, draft: SeasonDraft) -> Result<Id<Season>> {
    let name = filled(&draft.name).ok_or(SeasonRefusal::NameMissing)?;
    if draft.to_on < draft.from_on {
        return Err(SeasonRefusal::DatesReversed.into());
    }
    if draft.instead_of_id == Some(draft.pattern_id) {
        return Err(SeasonRefusal::SamePattern.into());
    }
    work.get(draft.pattern_id).await?.ok_or(SeasonRefusal::PatternUnknown)?;
    let shift = match draft.instead_of_id {
        Some(only) => work.get(only).await?.ok_or(SeasonRefusal::PatternUnknown)?.shift,
        None => draft.shift,
    };
    if let Some(id) = draft.id {
        work.get(id).await?.ok_or(SeasonRefusal::Unknown)?;
    }
    let season = Season {
        id: draft.id.unwrap_or_else(|| work.id()),
        name,
        shift,
        instead_of_id: draft.instead_of_id,
        pattern_id: draft.pattern_id,
        from_on: draft.from_on,
        to_on: draft.to_on,
        estimated: draft.estimated,
        retired_at: None,
    };
    if let Some(other) = store::seasons(work.reads()).await?.iter().find(|other| meets(&season, other)) {
        let shown = |day: NaiveDate| day.format("%d-%m-%Y").to_string();
        let (from, to) = (shown(other.from_on), shown(other.to_on));
        return Err(SeasonRefusal::Overlaps { name: other.name.clone(), from, to }.into());
    }
    work.put(&season).await?;
    work.about(season.id).await?;
    Ok(season.id)
}

/// Whether two seasons hold for the same classes on some day.
fn meets(one: &Season, other: &Season) -> bool {
    one.id != other.id
        && (one.shift, one.instead_of_id) == (other.shift, other.instead_of_id)
        && one.from_on <= other.to_on
        && other.from_on <= one.to_on
}

/// Takes a season back: classes follow their own pattern again. Refuses `season.unknown`.
pub async fn retire(work: &mut Work, id: Id<Season>) -> Result<()> {
    let mut season = work.get(id).await?.ok_or(SeasonRefusal::Unknown)?;
    season.retired_at = Some(work.at());
    work.put(&season).await?;
    work.about(id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::calendar::{load, pattern_sheet::testing::a_plain_pattern},
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn a_draft(pattern_id: Id<TimePattern>, from: &str, to: &str) -> SeasonDraft {
        SeasonDraft {
            id: None,
            name: "Ramadan 1448 H".into(),
            shift: Shift::Morning,
            instead_of_id: None,
            pattern_id,
            from_on: from.parse().expect("a day"),
            to_on: to.parse().expect("a day"),
            estimated: true,
        }
    }

    #[tokio::test]
    async fn a_season_can_be_moved_and_taken_back() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "season_save").await;
        let own = a_plain_pattern(&mut work, "Pagi", Shift::Morning).await;
        let ramadan = a_plain_pattern(&mut work, "Ramadan", Shift::Morning).await;
        let id = save(&mut work, a_draft(ramadan, "2027-02-08", "2027-03-09")).await.expect("saved");
        let moved = SeasonDraft { id: Some(id), ..a_draft(ramadan, "2027-02-09", "2027-03-10") };
        save(&mut work, moved).await.expect("moved by a day, over its own days");
        let holds = async |work: &mut Work| {
            let calendar = load(work.reads()).await.expect("loaded");
            ["2027-02-08", "2027-03-10"].map(|day| calendar.pattern_on(own, day.parse().expect("a day")))
        };
        assert_eq!(holds(&mut work).await, [own, ramadan]);
        retire(&mut work, id).await.expect("taken back");
        assert_eq!(holds(&mut work).await, [own, own]);
    }

    #[tokio::test]
    async fn two_seasons_on_one_day_are_refused_unless_one_is_for_a_single_pattern() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "season_save").await;
        let own = a_plain_pattern(&mut work, "Pagi 6 hari", Shift::Morning).await;
        let ramadan = a_plain_pattern(&mut work, "Ramadan", Shift::Morning).await;
        save(&mut work, a_draft(ramadan, "2027-02-08", "2027-03-09")).await.expect("saved");
        let only = SeasonDraft { instead_of_id: Some(own), ..a_draft(ramadan, "2027-02-08", "2027-03-09") };
        save(&mut work, only).await.expect("saved");
        let own_itself = SeasonDraft { instead_of_id: Some(ramadan), ..a_draft(ramadan, "2027-05-01", "2027-05-02") };
        let late = a_draft(ramadan, "2027-03-09", "2027-03-20");
        let reversed = a_draft(ramadan, "2027-03-09", "2027-03-01");
        let unknown = a_draft(work.id(), "2027-05-01", "2027-05-02");
        for (draft, code) in [
            (late, "overlaps"),
            (own_itself, "same_pattern"),
            (reversed, "dates_reversed"),
            (unknown, "pattern_unknown"),
        ] {
            let error = save(&mut work, draft).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code), "{code}");
        }
    }
}
