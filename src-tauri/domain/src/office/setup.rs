//! First run: the office, its first administrator, the seeded settings.

use super::{
    office::{Office, OfficeKind},
    officer::{self, OfficerDraft},
    role::Role,
    setting, store,
};
use crate::{
    base::zone::Zone,
    store::{Result, Work, open::StoreRefusal},
};
use serde::Deserialize;
use ts_rs::TS;

/// What the first run asks.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FirstRun {
    /// The office's name.
    pub name: String,
    /// Labour office or training centre.
    pub kind: OfficeKind,
    /// Kemendagri code of its regency or city, `32.16`.
    pub regency_code: String,
    /// Its time zone.
    pub zone: Zone,
    /// Letterhead: regional government, agency, centre.
    pub letterhead: [String; 3],
    /// Address for the letterhead.
    pub address: String,
    /// Sign-in name of the first administrator.
    pub username: String,
    /// The administrator's name on papers.
    pub full_name: String,
    /// The administrator's password.
    pub password: String,
}

/// Makes the office; `known` tells whether a region code exists. Refuses `store.office_exists`, what [`Office::checked`] and [`officer::save`] refuse.
pub async fn make_office(work: &mut Work, first: FirstRun, known: fn(&str) -> bool) -> Result<Office> {
    if store::office(work.reads()).await?.is_some() {
        return Err(StoreRefusal::OfficeExists.into());
    }
    let [letterhead_1, letterhead_2, letterhead_3] = first.letterhead;
    let office = Office {
        id: work.id(),
        name: first.name,
        kind: first.kind,
        regency_code: first.regency_code,
        zone: first.zone,
        letterhead_1,
        letterhead_2,
        letterhead_3,
        address: first.address,
        phone: None,
        email: None,
        head_name: None,
        head_nip: None,
        head_title: None,
    }
    .checked(known)?;
    work.put_new(&office).await?;
    let administrator = OfficerDraft {
        id: None,
        username: first.username,
        full_name: first.full_name,
        nip: None,
        role: Role::Administrator,
        password: first.password,
        retired: false,
    };
    officer::save(work, administrator).await?;
    setting::seed(work).await?;
    Ok(office)
}

/// The office's data after a correction.
pub async fn change_office(work: &mut Work, office: Office, known: fn(&str) -> bool) -> Result<()> {
    work.put(&office.checked(known)?).await.map(|_| ())
}
