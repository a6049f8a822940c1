//! Reads of batches and timetables.

use super::{
    batch::{BatchKind, BatchState},
    plan::{PlanState, SessionKind, Strength},
};

crate::word_columns!(BatchKind, BatchState, PlanState, SessionKind, Strength);
