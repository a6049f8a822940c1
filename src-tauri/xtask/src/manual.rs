//! `manual`: the pictures of the manual, taken in the real window so that they cannot lie.

use crate::shell::Outcome;
use crate::{install, page, place, tour};

pub fn manual() -> Outcome {
    install::for_building()?;
    page::ready()?;
    let folder = place::top().join("assets/docs/manual");
    tour::drive("manual::every_picture_of_the_manual", &folder, false)
}
