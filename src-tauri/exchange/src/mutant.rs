//! Deliberate faults, by which the simulator proves that it would notice. They exist only in builds with the feature
//! `mutants`, which no program has.

/// The faults that can be switched on, and what each breaks.
pub const ALL: &[(&str, &str)] = &[
    ("later_clock_wins", "of two values the one with the later clock replaces the other"),
    ("ack_unseen", "an acknowledgement counts without comparing the chain"),
    ("echo_unseen", "own places with foreign content are not noticed in a page"),
    ("fork_loses", "a new epoch starts after what was not acknowledged"),
    ("no_op_identity", "a change that comes again under another place counts as another"),
    ("fork_unseen", "a frame is not compared with what the hub has of it"),
    ("groups_torn", "a part of an act is given on before the rest has come"),
    ("poison_blocks", "an invalid record is refused again and again"),
    ("poison_passes", "an invalid record is given on"),
    ("unknown_dropped", "what an older build does not know is not passed on"),
    ("late_revives", "a replaced value that comes late counts again"),
    ("delete_wins", "a deletion hides an edit that it did not see"),
    ("erase_leaks", "a late change brings an erased row back"),
    ("counter_by_clock", "a counter follows the clock instead of the highest number"),
    ("seal_unread", "signatures and hashes are not looked at"),
    ("clock_carried_away", "any stamp from elsewhere moves the own clock"),
    ("alias_circles", "two merges against each other are followed round and round"),
    ("audit_unchained", "an entry of the audit does not depend on the one before"),
];

#[cfg(feature = "mutants")]
mod switch {
    use std::cell::Cell;

    thread_local! {
        static PRESENT: Cell<&'static str> = const { Cell::new("") };
    }

    /// Switches one fault on for this thread; an empty word switches all off.
    pub fn set(name: &'static str) {
        PRESENT.set(name);
    }

    /// Whether this fault is switched on.
    #[must_use]
    pub fn on(name: &str) -> bool {
        PRESENT.get() == name
    }
}

#[cfg(feature = "mutants")]
pub use switch::{on, set};

/// Whether this fault is switched on: never.
#[cfg(not(feature = "mutants"))]
#[must_use]
pub const fn on(_: &str) -> bool {
    false
}
