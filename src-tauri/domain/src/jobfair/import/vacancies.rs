//! Vacancies from a company's or an office's workbook. A company that is not known yet is noted with its name and NIB;
//! a blank company is that of the row above.

use super::{
    columns::FairTarget as T,
    run::{Cells, FairSheetTerms, Taken, line, reason},
    values,
};
use crate::{
    base::id::Id,
    catalog::import::{run::CatalogRow, values as plain},
    jobfair::{
        company::{self, Company, CompanyDraft},
        store,
        vacancy::{self, VacancyDraft},
    },
    people::education::Education,
    store::{Error, Result, Work},
};

/// Takes the rows in.
pub(super) async fn take(work: &mut Work, rows: Vec<Cells<'_>>, terms: FairSheetTerms) -> Result<Vec<CatalogRow>> {
    let mut done = Vec::with_capacity(rows.len());
    let mut above: Option<Id<Company>> = None;
    for cells in rows {
        let label = [cells.text(T::Company), cells.text(T::Title)].join(" – ");
        let taken = one(work, &cells, &mut above, terms).await;
        done.push(line(cells.row, label.trim_matches([' ', '–']).to_owned(), taken)?);
    }
    Ok(done)
}

/// The company of a row, noted when it is new.
async fn company_of(work: &mut Work, cells: &Cells<'_>, above: Option<Id<Company>>) -> Result<Id<Company>> {
    let (name, nib) = (cells.text(T::Company), cells.text(T::Nib));
    if name.is_empty() && nib.is_empty() {
        return above.ok_or_else(|| Error::Refused(reason("company_missing")));
    }
    let digits: String = nib.chars().filter(char::is_ascii_digit).collect();
    let known = match store::company_by_nib(work.reads(), &digits).await? {
        Some(company) => Some(company),
        None => store::company_by_name(work.reads(), &name.to_lowercase()).await?,
    };
    match known {
        Some(company) => Ok(company.id),
        None => company::save(work, CompanyDraft { name, nib, ..CompanyDraft::default() }).await,
    }
}

async fn one(work: &mut Work, cells: &Cells<'_>, above: &mut Option<Id<Company>>, terms: FairSheetTerms) -> Taken {
    let title = cells.text(T::Title);
    if title.is_empty() {
        return Err(vacancy::VacancyRefusal::TitleMissing.into());
    }
    let whole = |target| cells.read(target, plain::whole);
    let (men, women, either) = (whole(T::Men)?, whole(T::Women)?, whole(T::Either)?);
    let money = |target| cells.read(target, values::rupiah);
    let (wage_min, wage_max) = (money(T::WageMin)?, money(T::WageMax)?);
    let experience_months = cells.read(T::Experience, values::months)?;
    let (age_min, age_max) = (whole(T::AgeMin)?, whole(T::AgeMax)?);
    let said = cells.get(T::Education);
    let education = said.as_deref().and_then(Education::read);
    let mut notes = Vec::new();
    if let (Some(said), None) = (&said, education) {
        notes.push(reason("education_unknown").with("text", said));
    }
    let code = cells.text(T::Code);
    let version = terms.version.filter(|_| !code.is_empty());
    if !code.is_empty() && version.is_none() {
        notes.push(reason("version_missing"));
    }
    let company_id = company_of(work, cells, *above).await?;
    *above = Some(company_id);
    let known = store::vacancy_by_title(work.reads(), company_id, &title.to_lowercase()).await?;
    let (men, women) = (men.unwrap_or(0), women.unwrap_or(0));
    // A column of totals beside those of men and women says how many are free.
    let either = either.map_or(0, |all| if all >= men + women { all - men - women } else { all });
    let draft = VacancyDraft {
        id: known,
        kbji_version: version,
        kbji_code: if version.is_some() { code } else { String::new() },
        men,
        women,
        either: if men + women + either == 0 { 1 } else { either },
        wage_min,
        wage_max,
        education,
        experience_months,
        skills: cells.text(T::Skills),
        units: cells.text(T::Units),
        age_min,
        age_max,
        disability_friendly: cells.get(T::Disability).is_some_and(|text| plain::yes(&text)),
        site: cells.text(T::Site),
        description: cells.text(T::Description),
        report_number: cells.text(T::Report),
        title,
        ..VacancyDraft::blank(company_id)
    };
    vacancy::save(work, draft).await?;
    Ok((known.is_some(), notes))
}
