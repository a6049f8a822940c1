//! The life of a card in a real file: issue, reports, renewal, placement, voiding, merging, erasure.

use super::{
    Card, CardReport, CardStatus, PlacementScope, VoidReason, end,
    end::Placement,
    erase,
    event::{self, SeekerEventKind},
    issue::{CardDraft, issue, readiness},
    list::{CardView, cards_of, due_reports, find_card},
    renew::renew,
    report::report,
};
use crate::{
    base::id::Id,
    office::setting,
    people::{
        person::Person,
        register,
        testing::{a_person, a_twin, refused},
    },
    store::{Act, Store, testing::*, work::Work},
};
use chrono::NaiveDate;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A card of two years with reports every six months, of which some were made.
pub fn a_card(issued: &str, made: &[(i64, &str)]) -> (Card, Vec<CardReport>) {
    let issued_on = day(issued);
    let valid_until = super::dates::after_months(issued_on, 24);
    let id = Id::new(noon());
    let card = Card {
        id,
        person_id: Id::new(noon()),
        number: "3216/00001/XI/2026".into(),
        renewal: 0,
        issued_on,
        valid_until,
        report_months: 6,
        report_count: 4,
        seeker_status: None,
        desired_job: None,
        desired_wage: None,
        placement_scope: None,
        officer_id: None,
        renewed_from: None,
        placed_on: None,
        employer: None,
        returned_on: None,
        voided_on: None,
        void_reason: None,
        void_note: None,
    };
    let days = super::dates::report_days(issued_on, valid_until, 6, 4);
    let report = |(slot, due_on)| CardReport {
        id: Id::new(noon()),
        card_id: id,
        slot,
        due_on,
        officer_id: None,
        reported_on: made.iter().find(|(made, _)| *made == slot).map(|(_, on)| day(on)),
    };
    (card, (1..).zip(days).map(report).collect())
}

pub fn a_draft(issued_on: &str) -> CardDraft {
    CardDraft {
        seeker_status: Some(super::SeekerStatus::Unemployed),
        desired_job: "Operator  mesin jahit".into(),
        desired_wage: Some(5_000_000),
        placement_scope: Some(PlacementScope::Interregional),
        issued_on: day(issued_on),
    }
}

/// A unit of work at nine o'clock of a day.
pub async fn on(store: &Store, today: &str) -> Work {
    let at = format!("{today}T02:00:00Z").parse().expect("a moment");
    store.begin(Act { verb: "card", actor: None, at }).await.expect("work")
}

pub async fn issued(store: &Store, person: Id<Person>, today: &str) -> Id<Card> {
    let mut work = on(store, today).await;
    let card = issue(&mut work, person, a_draft(today)).await.expect("issued");
    work.commit().await.expect("commit");
    card
}

pub async fn views(store: &Store, person: Id<Person>, today: &str) -> Vec<CardView> {
    cards_of(&mut store.read().await.expect("reader"), person, day(today)).await.expect("cards")
}

pub async fn kinds(store: &Store, person: Id<Person>) -> Vec<(SeekerEventKind, String, Option<i64>)> {
    let events = event::events(&mut store.read().await.expect("reader"), person).await.expect("events");
    events.into_iter().map(|event| (event.kind, event.happened_on.to_string(), event.age)).collect()
}

pub async fn set(store: &Store, key: &str, value: &str, from: &str) {
    let mut work = begin(store, "setting_change").await;
    let (key, value, valid_from) = (key.into(), value.into(), day(from));
    setting::change(&mut work, setting::SettingChange { key, value, valid_from, source: None }).await.expect("set");
    work.commit().await.expect("commit");
}

#[tokio::test]
async fn a_card_is_issued_with_its_number_dates_reports_and_event() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    issued(&store, siti, "2026-11-24").await;
    let view = views(&store, siti, "2026-11-24").await.remove(0);
    assert_eq!((view.card.number.as_str(), view.status), ("3216/00001/XI/2026", CardStatus::Active));
    assert_eq!(view.card.valid_until, day("2028-11-24"));
    assert_eq!(view.card.desired_job.as_deref(), Some("Operator mesin jahit"));
    let due: Vec<_> = view.reports.iter().map(|line| line.due_on.to_string()).collect();
    assert_eq!(due, ["2027-05-24", "2027-11-24", "2028-05-24", "2028-11-24"]);
    assert_eq!(kinds(&store, siti).await, [(SeekerEventKind::Registered, "2026-11-24".into(), Some(27))]);
    let found = find_card(&mut store.read().await.expect("reader"), " 3216/00001/XI/2026 ", day("2026-11-24")).await;
    assert_eq!(found.expect("found")[0].full_name, "Siti Rahmawati");
}

#[tokio::test]
async fn what_is_missing_of_a_person_is_named_and_refused() {
    let (_folder, store) = an_office().await;
    for (change, code) in [
        ((|p| p.nik = None) as fn(&mut Person), "card.nik_missing"),
        (|p| p.birth_on = None, "card.birth_missing"),
        (|p| p.birth_on = Some(day("2011-11-25")), "card.too_young"),
        (|p| p.sex = None, "card.sex_missing"),
        (|p| p.address = None, "card.address_missing"),
        (|p| p.restricted_at = Some(noon()), "people.restricted"),
        (|p| p.erased_at = Some(noon()), "people.not_found"),
        (|p| p.merged_into = Some(p.id), "card.merged"),
        (|p| p.birth_on = Some(day("2011-11-24")), "accepted"),
    ] {
        let siti = a_twin(&store).await;
        let mut work = begin(&store, "card_issue").await;
        let mut person: Person = work.get(siti).await.expect("get").expect("there");
        change(&mut person);
        work.put(&person).await.expect("put");
        let ready = readiness(work.reads(), &person, day("2026-11-24")).await.expect("readiness");
        assert_eq!(refused(issue(&mut work, siti, a_draft("2026-11-24")).await), code);
        if code.starts_with("card.") && code != "card.merged" {
            assert_eq!(ready.needs.iter().map(ToString::to_string).collect::<Vec<_>>(), [code]);
        }
    }
}

#[tokio::test]
async fn a_second_card_waits_for_the_end_of_the_first() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2028-11-24").await;
    assert_eq!(refused(issue(&mut work, siti, a_draft("2028-11-24")).await), "card.still_valid");
    assert_eq!(refused(issue(&mut work, siti, a_draft("2028-11-25")).await), "card.day_ahead");
    drop(work);
    let mut work = on(&store, "2028-11-25").await;
    // A paper card of years ago may be taken over, one that reaches into the stored card may not.
    assert_eq!(refused(issue(&mut work, siti, a_draft("2024-11-24")).await), "card.still_valid");
    issue(&mut work, siti, a_draft("2024-11-23")).await.expect("an old card");
    issue(&mut work, siti, a_draft("2028-11-25")).await.expect("the next card");
}

#[tokio::test]
async fn the_rules_of_the_day_of_issue_hold() {
    let (_folder, store) = an_office().await;
    for (key, value) in [("ak1.validity_months", "36"), ("ak1.report_months", "12"), ("ak1.report_count", "2")] {
        set(&store, key, value, "2027-01-01").await;
    }
    let siti = a_person(&store, |_| ()).await;
    let card = issued(&store, siti, "2026-12-31").await;
    let mut work = on(&store, "2027-01-01").await;
    end::void(&mut work, card, VoidReason::Misprint, "", day("2027-01-01")).await.expect("voided");
    issue(&mut work, siti, a_draft("2027-01-01")).await.expect("issued");
    work.commit().await.expect("commit");
    let cards = views(&store, siti, "2027-01-02").await;
    let terms: Vec<_> = cards.iter().map(|view| (view.card.valid_until.to_string(), view.reports.len())).collect();
    assert_eq!(terms, [("2030-01-01".to_owned(), 2), ("2028-12-31".to_owned(), 4)]);
}

#[tokio::test]
async fn reports_are_noted_shown_late_and_listed_while_due() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let card = issued(&store, siti, "2026-11-24").await;
    let due = async |today: &str, days: i64| {
        let mut reader = store.read().await.expect("reader");
        let list = due_reports(&mut reader, day(today), days, 50).await.expect("list");
        list.into_iter().map(|due| (due.slot, due.days_late)).collect::<Vec<_>>()
    };
    assert_eq!(due("2027-05-20", 3).await, []);
    assert_eq!(due("2027-05-20", 4).await, [(1, -4)]);
    assert_eq!(due("2027-12-04", 0).await, [(2, 10)]);
    let mut work = on(&store, "2027-12-04").await;
    assert_eq!(refused(report(&mut work, card, None, day("2027-12-05")).await), "card.day_ahead");
    assert_eq!(refused(report(&mut work, card, None, day("2026-11-23")).await), "card.day_before_issue");
    report(&mut work, card, None, day("2027-12-04")).await.expect("reported");
    work.commit().await.expect("commit");
    assert_eq!(due("2027-12-04", 0).await, []);
    let view = views(&store, siti, "2027-12-05").await.remove(0);
    assert_eq!((view.status, view.reports[1].days_late), (CardStatus::Active, 10));
    assert_eq!(kinds(&store, siti).await[1], (SeekerEventKind::Reported, "2027-12-04".into(), Some(28)));
    let mut work = on(&store, "2028-11-25").await;
    assert_eq!(refused(report(&mut work, card, None, day("2028-11-25")).await), "card.expired");
}

#[tokio::test]
async fn a_card_is_renewed_near_its_end_under_the_offices_rule() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let first = issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2028-10-24").await;
    assert_eq!(refused(renew(&mut work, first, a_draft("2028-10-24")).await), "card.renew_early");
    drop(work);
    let mut work = on(&store, "2028-10-25").await;
    let second = renew(&mut work, first, a_draft("2028-10-25")).await.expect("renewed");
    assert_eq!(refused(renew(&mut work, first, a_draft("2028-10-25")).await), "card.renewed");
    assert_eq!(refused(report(&mut work, first, None, day("2028-10-25")).await), "card.renewed");
    work.commit().await.expect("commit");
    let cards = views(&store, siti, "2028-10-25").await;
    let told = |view: &CardView| (view.card.number.clone(), view.card.renewal, view.status);
    assert_eq!(told(&cards[0]), ("3216/00001/XI/2026".into(), 1, CardStatus::Active));
    assert_eq!(told(&cards[1]), ("3216/00001/XI/2026".into(), 0, CardStatus::Renewed));
    assert_eq!(cards[0].card.valid_until, day("2030-10-25"));

    set(&store, "ak1.renewal", "new_number", "2030-01-01").await;
    let mut work = on(&store, "2031-03-01").await;
    renew(&mut work, second, a_draft("2031-03-01")).await.expect("renewed after its end");
    work.commit().await.expect("commit");
    let newest = views(&store, siti, "2031-03-01").await.remove(0);
    assert_eq!(told(&newest), ("3216/00001/III/2031".into(), 0, CardStatus::Active));
    assert_eq!(newest.card.renewed_from, Some(second));
    assert_eq!(kinds(&store, siti).await.last().expect("an event").0, SeekerEventKind::Renewed);
}

#[tokio::test]
async fn a_voided_renewal_leaves_the_card_before_it_standing() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let first = issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2028-11-01").await;
    let second = renew(&mut work, first, a_draft("2028-11-01")).await.expect("renewed");
    end::void(&mut work, second, VoidReason::Misprint, "", day("2028-11-01")).await.expect("voided");
    renew(&mut work, first, a_draft("2028-11-01")).await.expect("renewed again");
}

#[tokio::test]
async fn work_found_ends_the_search_and_the_card_comes_back() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let card = issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2027-01-10").await;
    let found = |placed_on: &str| Placement {
        placed_on: day(placed_on),
        employer: "PT Contoh Garmen".into(),
        scope: Some(PlacementScope::Local),
        returned: false,
    };
    assert_eq!(refused(end::place(&mut work, card, found("2026-11-01")).await), "card.day_before_issue");
    end::place(&mut work, card, found("2027-01-04")).await.expect("placed");
    assert_eq!(refused(report(&mut work, card, None, day("2027-01-10")).await), "card.placed");
    end::take_back(&mut work, card, day("2027-01-10")).await.expect("taken back");
    work.commit().await.expect("commit");
    let view = views(&store, siti, "2027-01-10").await.remove(0);
    assert_eq!((view.status, view.card.returned_on), (CardStatus::Placed, Some(day("2027-01-10"))));
    // Placed and registered again in one month: both are counted.
    issued(&store, siti, "2027-01-20").await;
    let counted: Vec<_> = kinds(&store, siti).await.into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(counted, [SeekerEventKind::Registered, SeekerEventKind::Placed, SeekerEventKind::Registered]);
}

#[tokio::test]
async fn cards_follow_a_merged_person() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let twin = a_twin(&store).await;
    let card = issued(&store, twin, "2026-11-24").await;
    let mut work = begin(&store, "merge").await;
    let mut alias = register::present(&mut work, twin).await.expect("present");
    alias.merged_into = Some(siti);
    work.put(&alias).await.expect("put");
    work.commit().await.expect("commit");
    assert_eq!(views(&store, siti, "2026-11-24").await[0].card.id, card);
    let mut work = on(&store, "2028-11-24").await;
    assert_eq!(refused(issue(&mut work, siti, a_draft("2028-11-24")).await), "card.still_valid");
    let renewed = renew(&mut work, card, a_draft("2028-11-24")).await.expect("renewed");
    let renewed: Card = work.get(renewed).await.expect("get").expect("there");
    assert_eq!(renewed.person_id, siti);
}

#[tokio::test]
async fn erasure_leaves_the_number_and_the_days_and_no_words_about_the_person() {
    let (_folder, store) = an_office().await;
    let siti = a_person(&store, |_| ()).await;
    let card = issued(&store, siti, "2026-11-24").await;
    let mut work = on(&store, "2027-01-10").await;
    let (placed_on, employer, scope) = (day("2027-01-04"), "PT Contoh Garmen".into(), Some(PlacementScope::Local));
    end::place(&mut work, card, Placement { placed_on, employer, scope, returned: true }).await.expect("placed");
    erase::forget(&mut work, siti).await.expect("forgotten");
    let kept: Card = work.get(card).await.expect("get").expect("there");
    assert_eq!((kept.desired_job, kept.employer), (None, None));
    assert_eq!((kept.number.as_str(), kept.placed_on), ("3216/00001/XI/2026", Some(day("2027-01-04"))));
    let events = event::events(work.reads(), siti).await.expect("events");
    assert_eq!(events.iter().filter_map(|event| event.note.clone()).count(), 0);
    assert_eq!(events[1].placement_scope, Some(PlacementScope::Local));
    work.commit().await.expect("commit");
    let mut reader = store.read().await.expect("reader");
    let story = crate::store::history::history(&mut reader, card).await.expect("story");
    let told =
        story.iter().flat_map(|change| &change.fields).filter_map(|field| field.after.clone().or(field.before.clone()));
    assert!(!told.collect::<String>().contains("Garmen"));
}
