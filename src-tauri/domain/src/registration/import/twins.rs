//! The same person twice in one file.

use super::{check::CheckedRow, values::Candidate, verdict::Reason};
use crate::people::name::fold;
use std::collections::HashMap;

/// The rows so far by what their NIK says of the person: birth, sex and sequence, without the region.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, Vec<usize>>);

impl Seen {
    /// The first row above with the same NIK, or with one that differs in the region alone and otherwise the same person.
    pub(super) fn earlier(&mut self, rows: &[CheckedRow], candidate: &Candidate, reasons: &[Reason]) -> Option<u32> {
        let nik = candidate.nik?;
        let places = self.0.entry(nik.expose()[6..].to_owned()).or_default();
        let twin = places.iter().map(|place| &rows[*place]).find(|row| {
            row.candidate.nik == candidate.nik
                || is_misplaced_twin((&row.candidate, &row.reasons), (candidate, reasons))
        });
        places.push(rows.len());
        twin.map(|row| row.row)
    }
}

/// Same name, birth and sequence, and the regions of the two numbers differ: one person when the telephone is the same, or
/// when one of the regions does not exist. Otherwise two people may well have been born on one day with one name.
fn is_misplaced_twin(a: (&Candidate, &[Reason]), b: (&Candidate, &[Reason])) -> bool {
    let same_phone = !a.0.phone.is_empty() && a.0.phone == b.0.phone;
    let unknown_region = [a.1, b.1].into_iter().any(|reasons| reasons.contains(&Reason::RegionCodeUnknown));
    (same_phone || unknown_region) && a.0.birth_on == b.0.birth_on && fold(&a.0.full_name) == fold(&b.0.full_name)
}
