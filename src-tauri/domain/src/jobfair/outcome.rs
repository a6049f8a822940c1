//! What came of a fair: the numbers that the report asks for, and the funnel from visitor to hired by sex, age,
//! education and origin.

use super::{
    fair::{Fair, FairKind, FairRefusal},
    job_application::JobState,
    outcome_store as store,
};
use crate::{
    base::{dates::age_on, id::Id, sex::Sex, word::Word},
    office,
    people::education::Education,
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// By what a funnel is parted.
    pub enum FunnelBy {
        /// Everybody.
        All = "SEMUA",
        /// Sex.
        Sex = "JENIS_KELAMIN",
        /// Age on the first day.
        Age = "UMUR",
        /// Education.
        Education = "PENDIDIKAN",
        /// From here or elsewhere.
        Origin = "ASAL",
        /// With or without a disability.
        Disability = "DISABILITAS",
    }
}

/// A visitor as far as the report counts them.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Came, or registered for a fair without a gate.
    pub came: bool,
    /// Sex.
    pub sex: Option<Sex>,
    /// Born on.
    pub birth_on: Option<NaiveDate>,
    /// Education.
    pub education: Option<Education>,
    /// Where the person lives.
    pub regency: Option<String>,
    /// With a disability.
    pub disabled: bool,
    /// Applications.
    pub applied: bool,
    /// Interviewed, or hired without a note of it.
    pub interviewed: bool,
    /// Hired.
    pub hired: bool,
}

/// One line of a funnel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FunnelRow {
    /// By what.
    pub by: FunnelBy,
    /// Its code: `L`, `15-19`, `SMA`, `LOKAL`, `YA`; `-`: not known.
    pub value: String,
    /// Came.
    pub visitors: i64,
    /// Applied.
    pub applicants: i64,
    /// Interviewed.
    pub interviewed: i64,
    /// Hired.
    pub hired: i64,
}

/// A post of the fair with what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PostRow {
    /// The post.
    pub title: String,
    /// The company.
    pub company: String,
    /// For men, for women, for whoever fits.
    pub men: i64,
    /// For women.
    pub women: i64,
    /// For whoever fits.
    pub either: i64,
    /// Open to people with a disability.
    pub friendly: bool,
    /// Applied.
    pub applied: i64,
    /// Hired.
    pub hired: i64,
}

/// The report of a fair.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FairReport {
    /// Which.
    pub fair: Fair,
    /// Companies that were asked or applied.
    pub invited: i64,
    /// Companies that came.
    pub present: i64,
    /// Posts.
    pub posts: i64,
    /// People looked for: men, women, whoever fits.
    pub men: i64,
    /// For women.
    pub women: i64,
    /// For whoever fits.
    pub either: i64,
    /// Posts open to people with a disability.
    pub friendly: i64,
    /// Tickets given.
    pub registered: i64,
    /// Applications.
    pub applications: i64,
    /// Of the hired: counted as placements of the monthly reports.
    pub placements: i64,
    /// The funnels.
    pub funnel: Vec<FunnelRow>,
    /// The posts, the most sought first.
    pub most_sought: Vec<PostRow>,
    /// Posts with nobody hired yet.
    pub unfilled: Vec<PostRow>,
    /// Companies that came and owe their last report.
    pub silent: Vec<String>,
}

/// The band of an age, as the monthly reports have it. Pure.
pub fn age_band(age: i32) -> &'static str {
    match age {
        ..15 => "-14",
        15..=19 => "15-19",
        20..=29 => "20-29",
        30..=44 => "30-44",
        45..=54 => "45-54",
        _ => "55+",
    }
}

fn values(one: &Counted, on: NaiveDate, home: &str) -> [(FunnelBy, String); 6] {
    let unknown = || "-".to_owned();
    let origin = one.regency.as_ref().map(|regency| if regency == home { "LOKAL" } else { "LUAR" });
    [
        (FunnelBy::All, "SEMUA".to_owned()),
        (FunnelBy::Sex, one.sex.map_or_else(unknown, |sex| sex.code().to_owned())),
        (FunnelBy::Age, one.birth_on.map_or_else(unknown, |birth| age_band(age_on(birth, on)).to_owned())),
        (FunnelBy::Education, one.education.map_or_else(unknown, |level| level.code().to_owned())),
        (FunnelBy::Origin, origin.map_or_else(unknown, str::to_owned)),
        (FunnelBy::Disability, if one.disabled { "YA" } else { "TIDAK" }.to_owned()),
    ]
}

/// The funnels of these visitors; each line's people are among those of the line before. Pure.
pub fn funnel(visitors: &[Counted], on: NaiveDate, home: &str) -> Vec<FunnelRow> {
    let mut rows: Vec<FunnelRow> = Vec::new();
    for one in visitors.iter().filter(|one| one.came || one.applied) {
        for (by, value) in values(one, on, home) {
            let at = rows.iter().position(|row| row.by == by && row.value == value).unwrap_or_else(|| {
                rows.push(FunnelRow { by, value, visitors: 0, applicants: 0, interviewed: 0, hired: 0 });
                rows.len() - 1
            });
            rows[at].visitors += 1;
            rows[at].applicants += i64::from(one.applied);
            rows[at].interviewed += i64::from(one.interviewed);
            rows[at].hired += i64::from(one.hired);
        }
    }
    let rank = |row: &FunnelRow| match row.by {
        FunnelBy::Education => Education::ALL.iter().position(|level| level.code() == row.value).unwrap_or(99),
        _ => usize::from(row.value == "-"),
    };
    rows.sort_by_cached_key(|row| (row.by, rank(row), row.value.clone()));
    rows
}

/// The report of a fair as it stands today. Refuses `fair.unknown`.
pub async fn report(connection: &mut SqliteConnection, id: Id<Fair>, today: NaiveDate) -> Result<FairReport> {
    let fair: Fair = get(&mut *connection, id).await?.ok_or(FairRefusal::Unknown)?;
    let home = office::office(&mut *connection).await?.map(|office| office.regency_code).unwrap_or_default();
    let mut visitors = store::visitors(&mut *connection, id).await?;
    if fair.kind == FairKind::Online {
        visitors.iter_mut().for_each(|one| one.came = true);
    }
    let mut posts = store::posts(&mut *connection, id).await?;
    posts.sort_by(|a, b| b.applied.cmp(&a.applied).then_with(|| a.title.cmp(&b.title)));
    let companies = store::companies(&mut *connection, id).await?;
    let applications = store::applications(&mut *connection, id).await?;
    let sum = |of: fn(&PostRow) -> i64| posts.iter().map(of).sum();
    Ok(FairReport {
        invited: companies.0,
        present: companies.1,
        posts: i64::try_from(posts.len()).unwrap_or(0),
        men: sum(|post| post.men),
        women: sum(|post| post.women),
        either: sum(|post| post.either),
        friendly: sum(|post| i64::from(post.friendly)),
        registered: i64::try_from(visitors.len()).unwrap_or(0),
        applications: applications.0,
        placements: applications.1,
        funnel: funnel(&visitors, fair.starts_on, &home),
        most_sought: posts.iter().filter(|post| post.applied > 0).take(10).cloned().collect(),
        unfilled: posts.iter().filter(|post| post.hired == 0).cloned().collect(),
        silent: store::silent(connection, id, today).await?,
        fair,
    })
}

/// How far an application's state reaches in the funnel.
pub(super) fn reached(state: JobState, interviewed: bool) -> (bool, bool) {
    (interviewed || matches!(state, JobState::Interviewed | JobState::Hired), state == JobState::Hired)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::{
            consent::{self, ConsentDraft, ConsentField},
            job_application::{self, JobMove, JobWish},
            testing::{a_stand, another_stand},
            visit::VisitSource,
            visitor::{self, TicketDraft},
        },
        people::testing::a_draft,
        store::testing::{an_office, begin},
    };
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn one(sex: Sex, born: &str, applied: bool, hired: bool) -> Counted {
        Counted {
            came: true,
            sex: Some(sex),
            birth_on: Some(day(born)),
            education: Some(Education::Vocational),
            regency: Some("32.16".into()),
            disabled: false,
            applied,
            interviewed: hired,
            hired,
        }
    }

    #[test]
    fn the_age_is_that_of_the_first_day_and_unknown_stays_unknown() {
        let visitors = [
            one(Sex::Female, "2006-11-24", true, true),
            one(Sex::Female, "2006-11-25", true, false),
            Counted { birth_on: None, regency: Some("33.74".into()), ..one(Sex::Male, "2000-01-01", false, false) },
            Counted { came: false, ..one(Sex::Male, "2000-01-01", false, false) },
        ];
        let rows = funnel(&visitors, day("2026-11-24"), "32.16");
        let of = |by: FunnelBy| -> Vec<(&str, i64, i64, i64)> {
            rows.iter()
                .filter(|row| row.by == by)
                .map(|row| (row.value.as_str(), row.visitors, row.applicants, row.hired))
                .collect()
        };
        assert_eq!(of(FunnelBy::All), [("SEMUA", 3, 2, 1)]);
        assert_eq!(of(FunnelBy::Sex), [("L", 1, 0, 0), ("P", 2, 2, 1)]);
        assert_eq!(of(FunnelBy::Age), [("15-19", 1, 1, 0), ("20-29", 1, 1, 1), ("-", 1, 0, 0)]);
        assert_eq!(of(FunnelBy::Origin), [("LOKAL", 2, 2, 1), ("LUAR", 1, 0, 0)]);
    }

    proptest! {
        #[test]
        fn every_parting_of_the_funnel_adds_up_to_the_whole(people in prop::collection::vec((any::<bool>(), 1960_i32..2012, any::<bool>(), any::<bool>()), 0..40)) {
            let visitors: Vec<Counted> = people.iter().map(|(woman, year, applied, hired)| {
                let sex = if *woman { Sex::Female } else { Sex::Male };
                one(sex, &format!("{year}-06-01"), *applied || *hired, *hired)
            }).collect();
            let rows = funnel(&visitors, day("2026-11-24"), "32.16");
            for by in FunnelBy::ALL {
                let sum: i64 = rows.iter().filter(|row| row.by == *by).map(|row| row.visitors).sum();
                prop_assert_eq!(sum, i64::try_from(people.len()).expect("few"));
            }
            prop_assert!(rows.iter().all(|row| row.hired <= row.interviewed && row.interviewed <= row.applicants && row.applicants <= row.visitors));
        }
    }

    #[tokio::test]
    async fn the_report_counts_what_was_done_at_the_fair() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "job_move").await;
        let sewing = a_stand(&mut work, "PT Garmen", "Operator jahit").await;
        another_stand(&mut work, sewing.fair, "PT Ritel", "Kasir").await;
        let draft = TicketDraft {
            fair_id: sewing.fair,
            person_id: None,
            person: a_draft(|_| ()),
            session_id: None,
            wishes: String::new(),
            source: VisitSource::Ahead,
        };
        let visit = visitor::give(&mut work, draft).await.expect("given").visit;
        consent::give(&mut work, ConsentDraft { visit, fields: vec![ConsentField::Name] }).await.expect("kept");
        let id = job_application::apply(&mut work, JobWish { visit, vacancy: sewing.vacancy }).await.expect("applied");
        let hired = JobMove {
            id,
            to: JobState::Hired,
            on: None,
            reason: String::new(),
            starts_on: Some(day("2026-11-24")),
            wage: None,
        };
        job_application::step(&mut work, hired).await.expect("hired");
        let report = report(work.reads(), sewing.fair, day("2026-11-26")).await.expect("report");
        let numbers =
            [report.invited, report.present, report.posts, report.either, report.registered, report.applications];
        assert_eq!(numbers, [2, 0, 2, 2, 1, 1]);
        assert_eq!(report.placements, 1);
        assert_eq!(report.most_sought.iter().map(|post| post.title.as_str()).collect::<Vec<_>>(), ["Operator jahit"]);
        assert_eq!(report.unfilled.iter().map(|post| post.title.as_str()).collect::<Vec<_>>(), ["Kasir"]);
        assert_eq!((report.funnel[0].visitors, report.funnel[0].hired), (1, 1));
    }
}
