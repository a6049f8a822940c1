//! A company (*perusahaan*) that looks for people: who it is, by its licence and its branch, and whom to call.

use super::store;
use crate::{
    base::{id::Id, phone, text::filled},
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

table! {
    /// A company (*perusahaan, pemberi kerja*).
    pub struct Company = 60 "company" {
        /// Its name.
        1 A name: String,
        /// *Nomor Induk Berusaha*, 13 digits.
        2 A nib: Option<String>,
        /// *Wajib Lapor Ketenagakerjaan*: the number of its report.
        3 A wlkp: Option<String>,
        /// Year of the KBLI edition that the code is of.
        4 A kbli_version: Option<i64>,
        /// Branch of industry (*KBLI*).
        5 A kbli_code: Option<String>,
        /// Street.
        6 A address: Option<String>,
        /// Kemendagri code of its regency or city.
        7 A regency_code: Option<String>,
        /// Whom to call.
        8 A contact_name: Option<String>,
        /// Their post.
        9 A contact_post: Option<String>,
        /// Phone as `+628…`.
        10 A phone: Option<String>,
        /// E-mail.
        11 A email: Option<String>,
        /// Members of staff.
        12 A employees: Option<i64>,
        /// Members of staff with a disability.
        13 A disabled_employees: Option<i64>,
        /// A remark.
        14 A note: Option<String>,
        /// Taken out since.
        15 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A company as typed; empty texts mean nothing known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CompanyDraft {
    /// `None`: a new one.
    pub id: Option<Id<Company>>,
    /// Its name.
    pub name: String,
    /// *NIB*.
    pub nib: String,
    /// *WLKP*.
    pub wlkp: String,
    /// Year of the KBLI edition.
    pub kbli_version: Option<i64>,
    /// Branch.
    pub kbli_code: String,
    /// Street.
    pub address: String,
    /// Regency or city.
    pub regency_code: String,
    /// Whom to call.
    pub contact_name: String,
    /// Their post.
    pub contact_post: String,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Members of staff.
    pub employees: Option<i64>,
    /// Members of staff with a disability.
    pub disabled_employees: Option<i64>,
    /// A remark.
    pub note: String,
}

/// A company in the list, with what it brought.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CompanyRow {
    /// The company.
    pub company: Company,
    /// The branch in words, where its list was taken in.
    pub kbli_name: Option<String>,
    /// Vacancies that are open.
    pub vacancies: i64,
    /// People it looks for in all.
    pub openings: i64,
    /// Fairs at which it stood.
    pub attended: i64,
    /// Fairs to which it was admitted and did not come.
    pub missed: i64,
    /// People it hired at fairs.
    pub hired: i64,
    /// Reports handed in by their day.
    pub on_time: i64,
    /// Reports handed in late.
    pub late: i64,
    /// Reports that are due and were not handed in.
    pub owing: i64,
    /// How far it does its duties, 0 to 100; `None`: it had none yet.
    pub score: Option<i64>,
}

refusals! {
    "company" =>
    /// What keeps a company from being saved.
    CompanyRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// Not 13 digits.
        NibForm { got } => "nib_form",
        /// Another company has this number.
        NibTaken { name } => "nib_taken",
        /// A branch is two to five digits, with the year of its edition.
        KbliForm => "kbli_form",
        /// No phone number.
        PhoneForm => "phone_form",
        /// Below nothing, or more with a disability than in all.
        StaffRange => "staff_range",
        /// No such company.
        Unknown => "unknown",
    }
}

/// The digits of a *NIB*; `None`: none was given.
fn nib(text: &str) -> std::result::Result<Option<String>, CompanyRefusal> {
    let Some(text) = filled(text) else { return Ok(None) };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let other = text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '-'));
    if digits.len() != 13 || other {
        return Err(CompanyRefusal::NibForm { got: digits.len().to_string() });
    }
    Ok(Some(digits))
}

/// A classification's code and its edition go together.
pub(super) fn classified(
    version: Option<i64>,
    code: &str,
    lengths: std::ops::RangeInclusive<usize>,
) -> Option<(Option<i64>, Option<String>)> {
    match (version, filled(code)) {
        (_, None) => Some((None, None)),
        (Some(version), Some(code)) => {
            let digits = code.chars().filter(char::is_ascii_digit).count();
            let form = code.chars().all(|c| c.is_ascii_digit() || c == '.') && lengths.contains(&digits);
            (form && (1990..=2100).contains(&version)).then_some((Some(version), Some(code)))
        }
        (None, Some(_)) => None,
    }
}

/// Saves a company. Refuses `company.name_missing`, `.nib_form`, `.nib_taken`, `.kbli_form`, `.phone_form`,
/// `.staff_range`, `.unknown`.
pub async fn save(work: &mut Work, draft: CompanyDraft) -> Result<Id<Company>> {
    let name = filled(&draft.name).ok_or(CompanyRefusal::NameMissing)?;
    let nib = nib(&draft.nib)?;
    let (kbli_version, kbli_code) =
        classified(draft.kbli_version, &draft.kbli_code, 2..=5).ok_or(CompanyRefusal::KbliForm)?;
    let phone = match filled(&draft.phone) {
        None => None,
        Some(text) => Some(phone::one(&text).ok_or(CompanyRefusal::PhoneForm)?),
    };
    let (staff, disabled) = (draft.employees.unwrap_or(i64::MAX), draft.disabled_employees.unwrap_or(0));
    if staff < 0 || disabled < 0 || disabled > staff {
        return Err(CompanyRefusal::StaffRange.into());
    }
    if let Some(number) = &nib
        && let Some(other) = store::company_by_nib(work.reads(), number).await?
        && Some(other.id) != draft.id
    {
        return Err(CompanyRefusal::NibTaken { name: other.name }.into());
    }
    let retired_at = match draft.id {
        Some(id) => work.get(id).await?.ok_or(CompanyRefusal::Unknown)?.retired_at,
        None => None,
    };
    let id = draft.id.unwrap_or_else(|| work.id());
    let company = Company {
        id,
        name,
        nib,
        wlkp: filled(&draft.wlkp),
        kbli_version,
        kbli_code,
        address: filled(&draft.address),
        regency_code: filled(&draft.regency_code),
        contact_name: filled(&draft.contact_name),
        contact_post: filled(&draft.contact_post),
        phone,
        email: filled(&draft.email),
        employees: draft.employees,
        disabled_employees: draft.disabled_employees,
        note: filled(&draft.note),
        retired_at,
    };
    work.put(&company).await?;
    work.about(id).await?;
    Ok(id)
}

/// Takes a company out of the lists, or puts it back. Refuses `company.unknown`.
pub async fn retire(work: &mut Work, id: Id<Company>, gone: bool) -> Result<()> {
    let mut company = work.get(id).await?.ok_or(CompanyRefusal::Unknown)?;
    company.retired_at = gone.then(|| work.at());
    work.put(&company).await?;
    work.about(id).await
}

/// The companies by name with their history; also those that are gone when `retired`.
pub async fn list(
    connection: &mut SqliteConnection,
    retired: bool,
    today: chrono::NaiveDate,
) -> Result<Vec<CompanyRow>> {
    let mut rows = store::company_rows(connection, retired, today).await?;
    for row in &mut rows {
        row.score = super::duty::score(row.on_time, row.late, row.owing, row.missed);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    fn a_company(name: &str) -> CompanyDraft {
        CompanyDraft { name: name.into(), ..CompanyDraft::default() }
    }

    #[tokio::test]
    async fn a_company_is_known_by_thirteen_digits_once() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "company_save").await;
        let first = CompanyDraft { nib: "9120 0012 34567".into(), ..a_company("PT Contoh Jaya") };
        let id = save(&mut work, first.clone()).await.expect("saved");
        assert_eq!(work.get(id).await.expect("read").expect("there").nib.as_deref(), Some("9120001234567"));
        save(&mut work, CompanyDraft { id: Some(id), ..first.clone() }).await.expect("the same again");
        for (draft, code) in [
            (CompanyDraft { name: "PT Lain".into(), ..first.clone() }, "company.nib_taken"),
            (CompanyDraft { nib: "123".into(), ..a_company("PT A") }, "company.nib_form"),
            (CompanyDraft { nib: "91200012345 6X7".into(), ..a_company("PT A") }, "company.nib_form"),
            (a_company("  "), "company.name_missing"),
            (CompanyDraft { kbli_code: "14111".into(), ..a_company("PT A") }, "company.kbli_form"),
            (CompanyDraft { phone: "lima".into(), ..a_company("PT A") }, "company.phone_form"),
            (
                CompanyDraft { employees: Some(10), disabled_employees: Some(11), ..a_company("PT A") },
                "company.staff_range",
            ),
        ] {
            assert_eq!(refused(save(&mut work, draft).await), code);
        }
    }

    #[tokio::test]
    async fn a_branch_keeps_the_year_of_its_edition() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "company_save").await;
        let draft = CompanyDraft { kbli_version: Some(2020), kbli_code: "14111".into(), ..a_company("PT Garmen") };
        let id = save(&mut work, draft).await.expect("saved");
        let kept = work.get(id).await.expect("read").expect("there");
        assert_eq!((kept.kbli_version, kept.kbli_code.as_deref()), (Some(2020), Some("14111")));
        retire(&mut work, id, true).await.expect("out");
        let day = "2026-11-24".parse().expect("a day");
        assert!(list(work.reads(), false, day).await.expect("list").is_empty());
        assert_eq!(list(work.reads(), true, day).await.expect("list").len(), 1);
    }
}
