//! The way of an application through the house (*alur pendaftaran*): its states, and which may follow which.

use serde::Serialize;
use ts_rs::TS;

use ApplicationState as State;

words! {
    /// Where an application stands (*status pendaftaran*).
    pub enum ApplicationState {
        /// Begun, not handed in.
        Draft = "DRAF",
        /// Handed in and numbered.
        Registered = "TERDAFTAR",
        /// Papers are missing.
        PapersMissing = "BERKAS_KURANG",
        /// Papers are right: may sit the tests.
        PapersPassed = "LOLOS_BERKAS",
        /// Papers or rules are not met.
        PapersFailed = "TIDAK_LOLOS_BERKAS",
        /// In the tests.
        Tested = "UJIAN",
        /// Chosen.
        Selected = "LULUS_SELEKSI",
        /// On the ordered waiting list.
        Reserve = "CADANGAN",
        /// Not chosen.
        NotSelected = "TIDAK_LULUS",
        /// A reserve that is called for a vacated seat.
        Called = "DIPANGGIL",
        /// Has confirmed the seat.
        Confirmed = "DAFTAR_ULANG",
        /// Chosen, but did not confirm.
        Lapsed = "GUGUR",
        /// In the course.
        Active = "PESERTA_AKTIF",
        /// Withdrew.
        Withdrawn = "MENGUNDURKAN_DIRI",
        /// Was sent away.
        Dismissed = "DIKELUARKAN",
        /// Found work before the end.
        HiredEarly = "BEKERJA_SEBELUM_SELESAI",
        /// Finished the course.
        Finished = "SELESAI",
    }
}

/// One allowed step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Transition {
    /// From here.
    pub from: ApplicationState,
    /// To here.
    pub to: ApplicationState,
    /// Only with a reason.
    pub needs_reason: bool,
}

const fn freely(from: State, to: State) -> Transition {
    Transition { from, to, needs_reason: false }
}

const fn with_reason(from: State, to: State) -> Transition {
    Transition { from, to, needs_reason: true }
}

/// Every step that an officer may take by hand. Steps of selection and of the course belong to those features.
pub const TRANSITIONS: &[Transition] = &[
    freely(State::Draft, State::Registered),
    freely(State::Registered, State::PapersMissing),
    freely(State::Registered, State::PapersPassed),
    with_reason(State::Registered, State::PapersFailed),
    with_reason(State::Registered, State::Withdrawn),
    freely(State::PapersMissing, State::Registered),
    with_reason(State::PapersMissing, State::PapersFailed),
    with_reason(State::PapersMissing, State::Withdrawn),
    with_reason(State::PapersPassed, State::Withdrawn),
    // Corrections of a decision that was wrong.
    with_reason(State::PapersPassed, State::Registered),
    with_reason(State::PapersFailed, State::Registered),
    with_reason(State::Withdrawn, State::Registered),
];

impl State {
    /// The step to another state, if there is one.
    pub fn step_to(self, to: State) -> Option<Transition> {
        TRANSITIONS.iter().copied().find(|step| step.from == self && step.to == to)
    }

    /// The steps that may follow.
    pub fn steps(self) -> impl Iterator<Item = Transition> {
        TRANSITIONS.iter().copied().filter(move |step| step.from == self)
    }

    /// Still on its way: neither decided against, nor withdrawn, nor over.
    pub fn is_running(self) -> bool {
        !matches!(
            self,
            State::PapersFailed
                | State::NotSelected
                | State::Lapsed
                | State::Withdrawn
                | State::Dismissed
                | State::HiredEarly
                | State::Finished
        )
    }

    /// Had a seat in a course: counts for the pause between two courses (*jeda alumni*).
    pub fn took_seat(self) -> bool {
        matches!(
            self,
            State::Selected
                | State::Called
                | State::Confirmed
                | State::Active
                | State::Dismissed
                | State::HiredEarly
                | State::Finished
        )
    }

    /// Past the check of papers, and not out since.
    pub fn is_verified(self) -> bool {
        self.is_running() && !matches!(self, State::Draft | State::Registered | State::PapersMissing)
            || matches!(self, State::HiredEarly | State::Finished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;

    #[test]
    fn papers_come_before_the_decision_and_a_decision_can_be_mended_with_a_reason() {
        assert!(State::Draft.step_to(State::PapersPassed).is_none());
        assert!(State::PapersMissing.step_to(State::PapersPassed).is_none());
        assert!(State::Registered.step_to(State::PapersPassed).is_some_and(|step| !step.needs_reason));
        assert!(State::Withdrawn.step_to(State::Registered).is_some_and(|step| step.needs_reason));
        assert!(State::Registered.step_to(State::Finished).is_none());
    }

    #[test]
    fn no_step_leads_nowhere_and_none_is_listed_twice() {
        for (at, step) in TRANSITIONS.iter().enumerate() {
            assert_ne!(step.from, step.to);
            assert!(TRANSITIONS[at + 1..].iter().all(|other| (other.from, other.to) != (step.from, step.to)));
        }
    }

    #[test]
    fn whoever_is_out_takes_no_seat_in_the_counts() {
        let verified: Vec<_> =
            State::ALL.iter().filter(|state| state.is_verified()).map(|state| state.code()).collect();
        assert_eq!(
            verified,
            [
                "LOLOS_BERKAS",
                "UJIAN",
                "LULUS_SELEKSI",
                "CADANGAN",
                "DIPANGGIL",
                "DAFTAR_ULANG",
                "PESERTA_AKTIF",
                "BEKERJA_SEBELUM_SELESAI",
                "SELESAI"
            ]
        );
    }
}
