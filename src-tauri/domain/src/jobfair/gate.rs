//! The rules of the gate (*gerbang*), pure: what stations noted, put together in any order, always tells the same; and
//! what a station says when a ticket is shown.
//!
//! Every passage is a row that is never changed. Clocks of stations may be wrong by hours: rows are put in order by the
//! corrected clock, and nobody leaves before they came, whatever the clocks say.

use super::{fair::Fair, visit::Visit};
use crate::{base::id::Id, office::Officer};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// Which way.
    pub enum Direction {
        /// In.
        In = "MASUK",
        /// Out.
        Out = "KELUAR",
    }

    /// What the station says, in big letters.
    pub enum Verdict {
        /// Welcome.
        Welcome = "MASUK",
        /// Goodbye.
        Goodbye = "KELUAR",
        /// Inside already, since when.
        AlreadyInside = "SUDAH_DI_DALAM",
        /// Not inside, so there is nothing to leave.
        NotInside = "TIDAK_DI_DALAM",
        /// The ticket is for another session.
        WrongSession = "SESI_LAIN",
        /// The fair is not on this day.
        WrongDay = "BUKAN_HARINYA",
        /// Blocked, and why.
        Blocked = "DIBLOKIR",
        /// The hall is full, or too many came within half an hour.
        Full = "PENUH",
        /// No ticket of this fair.
        Unknown = "TIDAK_DIKENAL",
        /// A sign is wrong: scan again.
        Unreadable = "TIDAK_TERBACA",
    }
}

impl Verdict {
    /// Whether the person passes.
    pub fn passes(self) -> bool {
        matches!(self, Self::Welcome | Self::Goodbye)
    }

    /// Whether a supervisor may let the person in all the same.
    pub fn can_be_overruled(self) -> bool {
        matches!(self, Self::WrongSession | Self::WrongDay | Self::Full | Self::Blocked)
    }
}

table! {
    /// A passage of a visitor (*kejadian gerbang*). Never changed, never taken out.
    pub struct GateEvent = 71 "gate_event" {
        /// Of which fair.
        1 A fair_id: Id<Fair>,
        /// Who.
        2 A visit_id: Id<Visit>,
        /// At which station.
        3 A station: String,
        /// Which way.
        4 A direction: Direction,
        /// By the station's clock.
        5 A at: DateTime<Utc>,
        /// What it does to the number inside, as far as the station knew: 1, -1 or 0.
        6 A step: i64,
        /// Why a supervisor overruled the station.
        7 A override_reason: Option<String>,
        /// Who sat there.
        8 A officer_id: Option<Id<Officer>>,
    }
}

table! {
    /// How far a station's clock is ahead; below nothing: behind.
    pub struct GateClock = 78 "gate_clock" {
        /// Of which fair.
        1 A fair_id: Id<Fair>,
        /// Which station.
        2 A station: String,
        /// Seconds ahead.
        3 A ahead_seconds: i64,
    }
}

/// Half an hour, by which entries are counted.
pub const HALF_HOUR: TimeDelta = TimeDelta::minutes(30);

/// Where a visitor is, from all that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Whereabouts {
    /// First entry, by the corrected clock. The first counts; all others are returns or repeats.
    pub first_in: Option<DateTime<Utc>>,
    /// Last entry.
    pub last_in: Option<DateTime<Utc>>,
    /// Last way out.
    pub last_out: Option<DateTime<Utc>>,
    /// Inside now.
    pub inside: bool,
    /// Entries of somebody who was inside already: the ticket was shown twice.
    pub repeats: i64,
    /// Somebody left before they came: a clock is wrong.
    pub doubtful: bool,
}

/// A passage, as far as the rules look at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// By the corrected clock.
    pub at: DateTime<Utc>,
    /// In sorts before out at one moment.
    pub out: bool,
    /// Its row: the same row that came twice counts once, and the order never depends on who sent it first.
    pub id: Id<GateEvent>,
}

/// Where a visitor is. The order of `passages` does not matter.
pub fn whereabouts(passages: &mut Vec<Passage>) -> Whereabouts {
    passages.sort_unstable();
    passages.dedup();
    let mut seen = Whereabouts::default();
    // Who left before they came was let in by a station whose clock is behind the other one's.
    let mut early: Vec<DateTime<Utc>> = Vec::new();
    for passage in passages.iter() {
        match (passage.out, seen.first_in) {
            (true, None) => early.push(passage.at),
            (true, Some(_)) => {
                seen.inside = false;
                seen.last_out = Some(passage.at);
            }
            (false, _) => {
                seen.repeats += i64::from(seen.inside);
                seen.inside = true;
                seen.last_in = Some(passage.at);
                if seen.first_in.is_none() {
                    seen.first_in = Some(passage.at);
                    if let Some(out) = early.pop() {
                        seen.inside = false;
                        seen.last_out = Some(out);
                        seen.doubtful = true;
                    }
                }
            }
        }
    }
    seen.doubtful |= !early.is_empty();
    seen
}

/// The corrected clock of a station.
pub fn corrected(at: DateTime<Utc>, station: &str, clocks: &HashMap<String, i64>) -> DateTime<Utc> {
    at - TimeDelta::seconds(clocks.get(station).copied().unwrap_or(0))
}

/// What the logs of all stations come to together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct GateCount {
    /// People who came, each once.
    pub visitors: i64,
    /// Inside now.
    pub inside: i64,
    /// Most inside at one moment.
    pub peak: i64,
    /// When that was.
    pub peak_at: Option<DateTime<Utc>>,
    /// Tickets shown to two stations while their owner was inside.
    pub repeats: i64,
    /// Visitors with a passage that no clock explains.
    pub doubtful: i64,
    /// First entries by half hour: its beginning and how many came.
    pub entries: Vec<(DateTime<Utc>, i64)>,
}

/// Counts the passages of all visitors. The order of the events does not matter.
pub fn count<V: std::hash::Hash + Eq>(events: impl Iterator<Item = (V, Passage)>) -> GateCount {
    let mut of: HashMap<V, Vec<Passage>> = HashMap::new();
    for (visit, passage) in events {
        of.entry(visit).or_default().push(passage);
    }
    let mut total = GateCount::default();
    let mut halves: std::collections::BTreeMap<DateTime<Utc>, i64> = std::collections::BTreeMap::new();
    let mut steps: Vec<(DateTime<Utc>, i64)> = Vec::new();
    for passages in of.values_mut() {
        let seen = whereabouts(passages);
        total.repeats += seen.repeats;
        total.doubtful += i64::from(seen.doubtful);
        total.inside += i64::from(seen.inside);
        let Some(first) = seen.first_in else { continue };
        total.visitors += 1;
        *halves.entry(half_hour(first)).or_default() += 1;
        steps.extend(stays(passages, &seen));
    }
    // Who leaves makes room for whoever comes at the same moment.
    steps.sort_unstable();
    let mut inside = 0;
    for (at, step) in steps {
        inside += step;
        if inside > total.peak {
            (total.peak, total.peak_at) = (inside, Some(at));
        }
    }
    total.entries = halves.into_iter().collect();
    total
}

/// When a visitor came in and left, each time; who left before they came was inside for no time that is known.
fn stays(sorted: &[Passage], seen: &Whereabouts) -> Vec<(DateTime<Utc>, i64)> {
    let mut steps = Vec::new();
    let mut inside = false;
    for passage in sorted.iter().filter(|passage| seen.first_in.is_some_and(|first| passage.at >= first)) {
        if passage.out == inside {
            steps.push((passage.at, if passage.out { -1 } else { 1 }));
            inside = !passage.out;
        }
    }
    if inside && !seen.inside {
        steps.pop();
    }
    steps
}

/// The beginning of a half hour.
pub fn half_hour(at: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = at.timestamp().div_euclid(HALF_HOUR.num_seconds()) * HALF_HOUR.num_seconds();
    DateTime::from_timestamp(seconds, 0).unwrap_or(at)
}

/// What a station knows when a ticket is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The fair is on today.
    pub right_day: bool,
    /// The ticket is blocked.
    pub blocked: bool,
    /// The ticket has no session, or this one.
    pub right_session: bool,
    /// The person is inside.
    pub inside: bool,
    /// People inside now.
    pub people: i64,
    /// Entries of this half hour.
    pub entries: i64,
    /// Most people inside.
    pub capacity: Option<i64>,
    /// Most entries within half an hour.
    pub per_half_hour: Option<i64>,
}

/// What the station says. `overruled`: a supervisor gave a reason.
pub fn verdict(shown: &Shown, direction: Direction, overruled: bool) -> Verdict {
    if direction == Direction::Out {
        return if shown.inside { Verdict::Goodbye } else { Verdict::NotInside };
    }
    if shown.inside {
        return Verdict::AlreadyInside;
    }
    let full = |most: Option<i64>, now: i64| most.is_some_and(|most| now >= most);
    let said = if shown.blocked {
        Verdict::Blocked
    } else if !shown.right_day {
        Verdict::WrongDay
    } else if !shown.right_session {
        Verdict::WrongSession
    } else if full(shown.capacity, shown.people) || full(shown.per_half_hour, shown.entries) {
        Verdict::Full
    } else {
        Verdict::Welcome
    };
    if overruled && said.can_be_overruled() { Verdict::Welcome } else { said }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
