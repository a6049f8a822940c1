//! What the register knows of a visitor, compared with what the booths of a fair offer: the three best booths for the
//! ticket, and the other way round, which programmes the market asks for (*link and match*).

use super::{
    advice_store as store,
    fair::Fair,
    matching::{self, BoothFit, Post, Profile, stems},
    participation::Participation,
    vacancy::Vacancy,
    visit::Visit,
    visitor::VisitRefusal,
};
use crate::{
    base::id::Id,
    catalog::Programme,
    people::{
        background::{Background, BackgroundKind},
        person::Person,
    },
    store::{Result, SqliteConnection, open::get},
};
use serde::Serialize;
use ts_rs::TS;

/// A booth for a visitor, with the reason.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BoothAdvice {
    /// Which company.
    pub participation: Id<Participation>,
    /// Its name.
    pub company: String,
    /// Its booth.
    pub booth: Option<String>,
    /// The vacancy that fits best.
    pub vacancy: Id<Vacancy>,
    /// Its post.
    pub title: String,
    /// How well, and why.
    pub fit: BoothFit,
    /// Numbers that wait before it.
    pub waiting: i64,
}

/// What the market asks of a programme.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ProgrammeDemand {
    /// Which.
    pub programme: Id<Programme>,
    /// Its name.
    pub name: String,
    /// Vacancies that ask for what it teaches.
    pub posts: i64,
    /// People looked for by them.
    pub openings: i64,
    /// People who were hired for them.
    pub hired: i64,
    /// Some of their posts, for the eye.
    pub titles: Vec<String>,
}

/// A vacancy at a booth with what the list tells.
#[derive(Clone, Debug)]
pub struct Offered {
    /// As it is compared.
    pub post: Post,
    /// Which company.
    pub participation: Id<Participation>,
    /// Its name.
    pub company: String,
    /// Its booth.
    pub booth: Option<String>,
    /// Which.
    pub vacancy: Id<Vacancy>,
    /// Its post.
    pub title: String,
}

fn gather<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = texts.flat_map(stems).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What may count of a person. Pure. Of a disability only that something is needed.
pub fn profile(person: &Person, background: &[Background], wishes: Option<&str>, mut units: Vec<String>) -> Profile {
    use BackgroundKind::{Education, Experience, Language, Skill, Training};
    let of = |kinds: &'static [BackgroundKind]| background.iter().filter(|row| kinds.contains(&row.kind));
    let wished = wishes.unwrap_or_default();
    let titles = of(&[Skill, Training, Language, Education, Experience]).map(|row| row.title.as_str());
    let years = |row: &Background| match (row.year_from, row.year_to) {
        (Some(from), Some(to)) => (to - from).max(0) * 12,
        _ => 0,
    };
    let is_code = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    units.sort_unstable();
    Profile {
        units,
        skills: gather(titles.chain(person.major.as_deref())),
        occupations: gather(of(&[Experience]).map(|row| row.title.as_str()).chain([wished])),
        codes: wished.split(',').map(str::trim).filter(is_code).map(str::to_owned).collect(),
        education: person.education,
        months: of(&[Experience]).map(years).sum(),
        regency: person.regency_code.clone(),
        needs: person.disability.is_some() || person.accommodation.is_some(),
    }
}

/// The three best booths for a visitor. Refuses `visit.unknown`.
pub async fn booths(connection: &mut SqliteConnection, visit: Id<Visit>) -> Result<Vec<BoothAdvice>> {
    let visit: Visit = get(&mut *connection, visit).await?.ok_or(VisitRefusal::Unknown)?;
    let person: Person = get(&mut *connection, visit.person_id).await?.ok_or(VisitRefusal::Unknown)?;
    let background = crate::people::background::background(&mut *connection, person.id).await?;
    let (units, job) = store::learned(&mut *connection, person.id).await?;
    let wishes = [visit.wishes.as_deref(), job.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let profile = profile(&person, &background, Some(&wishes), units);
    let offered = store::offered(connection, visit.fair_id).await?;
    let posts: Vec<Post> = offered.iter().map(|one| one.post.clone()).collect();
    let advice = matching::best(&profile, &posts, 3).into_iter().map(|(at, fit)| {
        let one = &offered[at];
        BoothAdvice {
            participation: one.participation,
            company: one.company.clone(),
            booth: one.booth.clone(),
            vacancy: one.vacancy,
            title: one.title.clone(),
            fit,
            waiting: one.post.waiting,
        }
    });
    Ok(advice.collect())
}

/// Which programmes the vacancies of a fair ask for, the most wanted first; those that nobody asks for come last.
pub async fn demand(connection: &mut SqliteConnection, fair: Id<Fair>) -> Result<Vec<ProgrammeDemand>> {
    let offered = store::offered(&mut *connection, fair).await?;
    let openings = store::openings(&mut *connection, fair).await?;
    let taught = store::taught(connection).await?;
    let mut rows: Vec<ProgrammeDemand> = taught
        .into_iter()
        .map(|(programme, name, words, units)| {
            let mut row = ProgrammeDemand { programme, name, posts: 0, openings: 0, hired: 0, titles: Vec::new() };
            let trade = stems(&words);
            for one in offered.iter().filter(|one| asks(&one.post, &trade, &units)) {
                let (open, hired) = openings.iter().find(|(id, ..)| *id == one.vacancy).map_or((0, 0), |o| (o.1, o.2));
                row.posts += 1;
                row.openings += open;
                row.hired += hired;
                if row.titles.len() < 3 && !row.titles.contains(&one.title) {
                    row.titles.push(one.title.clone());
                }
            }
            row
        })
        .collect();
    rows.sort_by(|a, b| b.openings.cmp(&a.openings).then_with(|| a.name.cmp(&b.name)));
    Ok(rows)
}

/// Whether a vacancy asks for what a programme teaches: one of its units, or a word of its trade.
fn asks(post: &Post, trade: &[String], units: &[String]) -> bool {
    post.units.iter().any(|unit| units.contains(unit))
        || post.title.iter().chain(&post.skills).any(|word| trade.binary_search(word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{sex::Sex, word::Word},
        jobfair::{
            matching::fit,
            testing::{a_stand, another_stand},
            visit::VisitSource,
            visitor::{self, TicketDraft},
        },
        people::{
            draft::to_row,
            particulars::{Marital, Religion},
            testing::a_draft,
        },
        store::testing::{an_office, begin, noon},
    };
    use proptest::prelude::*;

    fn a_person(change: impl FnOnce(&mut Person)) -> Person {
        let mut person = to_row(&a_draft(|_| ()), None, Id::new(noon()), noon(), noon().date_naive(), "1");
        change(&mut person);
        person
    }

    proptest! {
        #[test]
        fn sex_age_religion_and_marital_status_change_no_score_and_a_disability_never_lowers_one(
            sex in prop::sample::select(Sex::ALL), religion in prop::sample::select(Religion::ALL),
            marital in prop::sample::select(Marital::ALL), year in 1950_i32..2010, friendly: bool
        ) {
            let post = Post { title: stems("operator jahit"), months: 12, friendly, ..Post::default() };
            let plain = a_person(|_| ());
            let other = a_person(|person| {
                person.sex = Some(sex);
                person.religion = Some(religion);
                person.marital = Some(marital);
                person.birth_on = chrono::NaiveDate::from_ymd_opt(year, 3, 1);
                person.full_name = "Nama Lain".into();
                person.nik = Some("3216060107700001".into());
            });
            let score = |person: &Person| fit(&profile(person, &[], Some("jahit"), Vec::new()), &post);
            prop_assert_eq!(score(&other), score(&plain));
            let disabled = a_person(|person| person.disability = Some("FISIK".into()));
            prop_assert!(score(&disabled).points >= score(&plain).points);
            prop_assert!(friendly || score(&disabled) == score(&plain));
        }
    }

    #[tokio::test]
    async fn a_visitor_is_sent_to_the_booth_that_looks_for_their_trade() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "ticket_give").await;
        let sewing = a_stand(&mut work, "PT Garmen", "Operator jahit").await;
        another_stand(&mut work, sewing.fair, "PT Ritel", "Kasir toko").await;
        let (wishes, source) = ("penjahit".to_owned(), VisitSource::Ahead);
        let draft = TicketDraft {
            fair_id: sewing.fair,
            person_id: None,
            person: a_draft(|_| ()),
            session_id: None,
            wishes,
            source,
        };
        let visit = visitor::give(&mut work, draft).await.expect("given").visit;
        let advice = booths(work.reads(), visit).await.expect("advice");
        assert_eq!(advice.iter().map(|one| one.company.as_str()).collect::<Vec<_>>(), ["PT Garmen", "PT Ritel"]);
        assert!(advice[0].fit.points > advice[1].fit.points);
    }

    #[tokio::test]
    async fn the_market_asks_for_some_programmes_and_for_others_nobody_does() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "programme_save").await;
        let stand = a_stand(&mut work, "PT Garmen", "Operator jahit").await;
        for name in ["Menjahit pakaian", "Barista"] {
            let draft =
                crate::catalog::ProgrammeDraft { name: name.into(), ..crate::catalog::ProgrammeDraft::default() };
            crate::catalog::save(&mut work, draft).await.expect("a programme");
        }
        let rows = demand(work.reads(), stand.fair).await.expect("demand");
        let seen: Vec<(&str, i64, i64)> = rows.iter().map(|row| (row.name.as_str(), row.posts, row.openings)).collect();
        assert_eq!(seen, [("Menjahit pakaian", 1, 1), ("Barista", 0, 0)]);
    }
}
