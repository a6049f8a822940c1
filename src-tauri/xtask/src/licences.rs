//! `licences`: whether every dependency may be shipped; the list is in `tests/licences.rs`.

use crate::page;
use crate::shell::{Outcome, cargo, step};

pub fn licences() -> Outcome {
    page::ready()?;
    step("checking licences", &mut cargo(&["test", "--quiet", "--package", "balai", "--test", "licences"]))
}
