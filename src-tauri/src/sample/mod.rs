//! The office of made-up people (*data contoh*), for trying out and for the manual. Nobody in it exists; the same
//! seed always makes the same people.

mod catalog;
mod intakes;
mod people;
mod timetable;

use crate::{commands::office::SampleLogin, opening};
use balai_domain::{
    base::zone::Zone,
    catalog::seed,
    office::{
        office::OfficeKind,
        setup::{self, FirstRun},
    },
    people::region_index::RegionIndex,
    store::{Act, Result, Store},
};
use chrono::{DateTime, Utc};
use std::path::Path;

/// The passphrase of the sample's file; nothing in it needs protection.
pub const PASSPHRASE: &str = "data contoh balai";
/// The sample's regency: real, so that addresses can be looked up.
pub const REGENCY: &str = "32.16";
/// People.
const PEOPLE: usize = 600;
/// Cards among them.
const CARDS: usize = 60;

/// Its officer.
pub fn login() -> SampleLogin {
    SampleLogin { username: "contoh".to_owned(), password: "contoh123".to_owned() }
}

/// Makes the sample office in an empty folder.
pub async fn make(folder: &Path, at: DateTime<Utc>) -> Result<Store> {
    let store = opening::create(folder, PASSPHRASE.to_owned(), false, at).await?;
    let mut work = store.begin(Act { verb: "office_first_run", actor: None, at }).await?;
    let first = FirstRun {
        name: "Disnaker Contoh".to_owned(),
        kind: OfficeKind::LabourOffice,
        regency_code: REGENCY.to_owned(),
        zone: Zone::Wib,
        letterhead: [
            "PEMERINTAH KABUPATEN CONTOH".to_owned(),
            "DINAS KETENAGAKERJAAN".to_owned(),
            "UPTD BALAI LATIHAN KERJA".to_owned(),
        ],
        address: "Jalan Contoh Nomor 1, Cikarang Pusat".to_owned(),
        username: login().username,
        full_name: "Rina Contoh, S.Sos.".to_owned(),
        password: login().password,
    };
    setup::make_office(&mut work, first, |code| RegionIndex::shared().exists(code)).await?;
    seed::plant(&mut work).await?;
    let today = Zone::Wib.day(at);
    let mut dice = Dice(20_261_124);
    let everyone = people::register(&mut work, &mut dice, PEOPLE, today).await?;
    catalog::fill(&mut work, today).await?;
    intakes::fill(&mut work, &mut dice, &everyone, today).await?;
    timetable::fill(&mut work, today).await?;
    people::issue_cards(&mut work, &mut dice, &everyone[..CARDS], today).await?;
    work.commit().await?;
    Ok(store)
}

/// Numbers that look thrown and always fall the same (SplitMix64).
pub struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % u64::try_from(end).unwrap_or(1)).unwrap_or(0)
    }

    /// One of them.
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// True so many times in a hundred.
    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_domain::{
        catalog::programme_view,
        office::login as logins,
        people::{
            card::list::due_reports,
            duplicate,
            find::{self, SearchQuery},
        },
        registration::intake_list,
        scheduling::{
            batch_view::{self, BatchStage},
            frame, judge,
        },
    };

    #[tokio::test]
    async fn the_sample_office_has_people_intakes_cards_and_an_officer_who_can_sign_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let at: DateTime<Utc> = "2026-11-24T02:00:00Z".parse().expect("a moment");
        let store = make(folder.path(), at).await.expect("made");
        let mut connection = store.read().await.expect("reader");
        logins::sign_in(&mut connection, &login().username, &login().password).await.expect("signed in");
        let found = find::search(&mut connection, &SearchQuery { text: "siti".to_owned() }).await.expect("found");
        assert!(!found.is_empty());
        assert!(!duplicate::work_list(&mut connection).await.expect("pairs").is_empty());
        let today = Zone::Wib.day(at);
        let intakes = intake_list::list(&mut connection, today, false).await.expect("intakes");
        assert!(intakes.len() >= 4 && intakes.iter().all(|intake| intake.applicants > 0), "{intakes:?}");
        for programme in programme_view::rows(&mut connection, false).await.expect("programmes") {
            let id = programme.programme.id;
            let detail = programme_view::detail(&mut connection, id, today).await.expect("a programme");
            assert!(detail.findings.is_empty(), "{:?}", detail.findings);
        }
        let classes = batch_view::list(&mut connection, today, false).await.expect("classes");
        let of = |stage| classes.iter().filter(|class| class.stage == stage).count();
        assert_eq!(
            [BatchStage::Running, BatchStage::Planned, BatchStage::Unplanned, BatchStage::Partly].map(of),
            [5, 1, 1, 0]
        );
        let frame = frame::load(&mut connection, None, today).await.expect("a timetable");
        assert_eq!(judge::hard_count(&frame), 0, "nothing clashes on the sample's timetable");
        let due = due_reports(&mut connection, today, 366, 100).await.expect("due");
        assert!(!due.is_empty());
        // SQLCipher frees its memory when the process ends, also under a connection that is still closing.
        drop(connection);
        store.close().await;
    }
}
