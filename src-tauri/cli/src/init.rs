//! `balai init`: an office without questions.

use crate::{
    args::Init,
    exit::{Failure, Outcome},
    place::{Place, passphrase},
};
use balai_domain::{
    TABLES,
    base::zone::Zone,
    catalog::seed,
    office::{
        office::OfficeKind,
        setup::{self, FirstRun},
    },
    people::region_index::RegionIndex,
    store::{Error, Store, backup, key::Slots, open::StoreRefusal},
};
use rand::Rng;
use serde_json::json;

/// Letters of a made-up password: none that look alike.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Makes the office.
pub async fn run(place: &Place, init: Init) -> Outcome {
    let _hold = place.hold()?;
    if place.has_office() {
        return Err(Error::from(StoreRefusal::OfficeExists).into());
    }
    let passphrase = passphrase("Frasa sandi baru untuk berkas kantor: ")?;
    let given = std::env::var("BALAI_ADMIN_PASSWORD").ok().filter(|given| !given.is_empty());
    let password = given.clone().unwrap_or_else(made_up);
    backup::set_aside(place.folder(), place.now())?;
    let (slots, key) = Slots::create(&passphrase, false)?;
    let store = Store::open(place.folder(), key, TABLES, true).await?;
    let made = make(place, &store, &init, &password).await;
    store.close().await;
    if let Err(refused) = made {
        std::fs::remove_file(place.folder().join(balai_domain::store::open::DATABASE))?;
        return Err(refused);
    }
    // Written last: a folder without slots is no office yet.
    slots.write(place.folder())?;
    let told = if given.is_none() { Some(&password) } else { None };
    let data = json!({ "folder": place.folder(), "username": init.username, "password": told });
    place.answer(&data, || {
        let secret = told
            .map(|password| format!("\nKata sandi: {password}\nCatat sekarang; tidak ditampilkan lagi."))
            .unwrap_or_default();
        format!("Kantor dibuat di {}\nMasuk sebagai: {}{secret}", place.folder().display(), init.username)
    })
}

async fn make(place: &Place, store: &Store, init: &Init, password: &str) -> Outcome {
    let regions = RegionIndex::shared();
    let regency = regions.name(&init.regency).unwrap_or_default();
    let kind = if init.training_centre { OfficeKind::TrainingCentre } else { OfficeKind::LabourOffice };
    let first = FirstRun {
        name: init.name.clone(),
        kind,
        regency_code: init.regency.clone(),
        zone: Zone::of_province(&init.regency),
        letterhead: [format!("PEMERINTAH {}", regency.to_uppercase()), init.name.to_uppercase(), String::new()],
        address: String::new(),
        username: init.username.clone(),
        full_name: init.full_name.clone(),
        password: password.to_owned(),
    };
    let mut work = place.begin(store, "office_first_run").await?;
    setup::make_office(&mut work, first, |code| RegionIndex::shared().exists(code)).await?;
    seed::plant(&mut work).await?;
    work.commit().await.map(|_| ()).map_err(Failure::from)
}

fn made_up() -> String {
    let mut random = rand::rng();
    let mut four = || (0..4).map(|_| char::from(LETTERS[random.random_range(0..LETTERS.len())])).collect::<String>();
    [four(), four(), four()].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_password_is_long_and_never_twice_the_same() {
        let (one, other) = (made_up(), made_up());
        assert!(one.len() == 14 && one != other);
    }
}
