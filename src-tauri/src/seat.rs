//! The seat at the desk: who is signed in, when they last did something, and when the desk locks itself.

use balai_domain::office::login::{Session, Tries};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use std::time::{Duration, Instant};
use ts_rs::TS;

/// Until an office says otherwise.
const MINUTES: i64 = 10;

/// Whose work waits behind the lock; the page keeps its screens for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// The name typed at sign-in.
    pub username: String,
    /// The name on papers.
    pub full_name: String,
}

/// The seat. Quiet time is measured twice, by the clock of the wall, which also counts sleep, and by one that
/// nobody can set back.
#[derive(Debug)]
pub struct Seat {
    session: Option<Session>,
    waiting: Option<Waiting>,
    last: (DateTime<Utc>, Instant),
    limit: Limits,
    counter: bool,
    changes: u64,
    /// Wrong passwords since the last right one.
    pub tries: Tries,
}

/// After how much quiet the desk locks itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At a desk in a room.
    pub minutes: i64,
    /// At the counter, where people come all day.
    pub counter_minutes: i64,
}

impl Seat {
    /// An empty seat.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            session: None,
            waiting: None,
            last: (now, Instant::now()),
            limit: Limits { minutes: MINUTES, counter_minutes: 3 * MINUTES },
            counter: false,
            changes: 0,
            tries: Tries::default(),
        }
    }

    /// Who is signed in.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Whose work waits behind the lock.
    pub fn waiting(&self) -> Option<&Waiting> {
        self.waiting.as_ref()
    }

    /// Someone sits down.
    pub fn sit(&mut self, session: Session, now: DateTime<Utc>) {
        self.session = Some(session);
        self.waiting = None;
        self.touch(now);
    }

    /// The officer's own choices or rights changed.
    pub fn renew(&mut self, session: Session) {
        if self.session.as_ref().is_some_and(|old| old.officer == session.officer) {
            self.session = Some(session);
        }
    }

    /// The officer leaves.
    pub fn rise(&mut self) {
        self.session = None;
        self.waiting = None;
    }

    /// Locks the seat, keeping whose work waits. Answers whether there was anyone.
    pub fn lock(&mut self) -> bool {
        let Some(session) = self.session.take() else { return false };
        self.waiting = Some(Waiting { username: session.username, full_name: session.full_name });
        true
    }

    /// Someone did something.
    pub fn touch(&mut self, now: DateTime<Utc>) {
        self.last = (now, Instant::now());
    }

    /// How long it may be quiet.
    pub fn set_limits(&mut self, limit: Limits) {
        self.limit = limit;
    }

    /// Whether this desk stands at the counter.
    pub fn counter(&self) -> bool {
        self.counter
    }

    /// Puts the desk at the counter or takes it away.
    pub fn set_counter(&mut self, counter: bool) {
        self.counter = counter;
    }

    /// Minutes of quiet before the lock.
    pub fn minutes(&self) -> i64 {
        let minutes = if self.counter { self.limit.counter_minutes } else { self.limit.minutes };
        minutes.clamp(1, 24 * 60)
    }

    /// Whether it has been quiet for too long.
    pub fn quiet_too_long(&self, now: DateTime<Utc>) -> bool {
        self.quiet_for(now, self.last.1.elapsed())
    }

    fn quiet_for(&self, now: DateTime<Utc>, steady: Duration) -> bool {
        let limit = TimeDelta::minutes(self.minutes());
        let steady = TimeDelta::from_std(steady).unwrap_or(limit);
        self.session.is_some() && (steady >= limit || now - self.last.0 >= limit)
    }

    /// Counts a change of the office's data.
    pub fn note_change(&mut self) {
        self.changes += 1;
    }

    /// How many changes this program made.
    pub fn changes(&self) -> u64 {
        self.changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_domain::{base::id::Id, office::Role};

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).expect("a moment")
    }

    fn a_seat_taken() -> Seat {
        let mut seat = Seat::new(noon());
        let session = Session {
            officer: Id::new(noon()),
            full_name: "Dewi Lestari".into(),
            username: "dewi".into(),
            nip: None,
            role: Role::Registrar,
            rights: Role::Registrar.rights(),
            theme: None,
            zoom: None,
            language: None,
        };
        seat.sit(session, noon());
        seat
    }

    #[test]
    fn ten_quiet_minutes_lock_and_whoever_sat_there_is_remembered() {
        let mut seat = a_seat_taken();
        assert!(!seat.quiet_for(noon() + TimeDelta::seconds(599), Duration::ZERO));
        assert!(seat.quiet_for(noon() + TimeDelta::minutes(10), Duration::ZERO));
        assert!(seat.lock() && seat.session().is_none());
        assert_eq!(seat.waiting().map(|waiting| waiting.username.as_str()), Some("dewi"));
        assert!(!seat.lock());
    }

    #[test]
    fn a_clock_set_back_does_not_keep_the_desk_open() {
        let seat = a_seat_taken();
        assert!(seat.quiet_for(noon() - TimeDelta::days(365), Duration::from_secs(600)));
        assert!(!seat.quiet_for(noon() - TimeDelta::days(365), Duration::from_secs(599)));
    }

    #[test]
    fn at_the_counter_the_longer_time_counts_and_never_less_than_a_minute() {
        let mut seat = a_seat_taken();
        seat.set_counter(true);
        assert_eq!(seat.minutes(), 30);
        seat.set_limits(Limits { minutes: 5, counter_minutes: 0 });
        assert_eq!(seat.minutes(), 1);
    }

    #[test]
    fn nobody_is_locked_out_of_an_empty_seat() {
        let seat = Seat::new(noon());
        assert!(!seat.quiet_for(noon() + TimeDelta::days(2), Duration::from_secs(999_999)));
    }
}
