//! Visitors who registered elsewhere: each gets a ticket; whoever is known by the NIK is not entered twice.

use super::{
    columns::FairTarget as T,
    run::{Cells, FairSheetTerms, Taken, line, reason},
};
use crate::{
    base::{dates, id::Id, phone, sex::Sex},
    catalog::import::run::CatalogRow,
    jobfair::{
        fair::Fair,
        visit::VisitSource,
        visitor::{self, TicketDraft},
    },
    people::{draft::PersonDraft, education::Education, register::office_day},
    store::{Error, Result, Work},
};

/// Takes the rows in.
pub(super) async fn take(work: &mut Work, rows: Vec<Cells<'_>>, terms: FairSheetTerms) -> Result<Vec<CatalogRow>> {
    let fair = terms.fair.ok_or_else(|| Error::Refused(reason("fair_missing")))?;
    let mut done = Vec::with_capacity(rows.len());
    for cells in rows {
        let taken = one(work, fair, &cells).await;
        done.push(line(cells.row, cells.text(T::Person), taken)?);
    }
    Ok(done)
}

async fn one(work: &mut Work, fair_id: Id<Fair>, cells: &Cells<'_>) -> Taken {
    let at = work.at();
    let today = office_day(work, at).await?;
    let mut notes = Vec::new();
    let mut note = |code: &str, found: &Option<String>, known: bool| {
        if let (Some(found), false) = (found, known) {
            notes.push(reason(code).with("found", found));
        }
    };
    let (birth, sex, education, number) =
        (cells.get(T::Birth), cells.get(T::Sex), cells.get(T::Education), cells.get(T::Phone));
    let birth_on = birth.as_deref().and_then(|text| dates::read(text, today).by(dates::Order::DayFirst));
    note("no_date", &birth, birth_on.is_some());
    let read_sex = sex.as_deref().and_then(Sex::read);
    note("sex_unknown", &sex, read_sex.is_some());
    let level = education.as_deref().and_then(Education::read);
    note("education_unknown", &education, level.is_some());
    let phone = number.as_deref().and_then(phone::one);
    note("no_phone", &number, phone.is_some());
    let person = PersonDraft {
        full_name: cells.text(T::Person),
        nik: cells.text(T::Nik),
        birth_on,
        sex: read_sex,
        education: level,
        phone: phone.unwrap_or_default(),
        ..PersonDraft::default()
    };
    let wishes = cells.text(T::Skills);
    let source = VisitSource::Import;
    let draft = TicketDraft { fair_id, person_id: None, person, session_id: None, wishes, source };
    let given = visitor::give(work, draft).await?;
    Ok((given.again, notes))
}
