//! Applications from the first word to a placement, in a real file.

use super::*;
use crate::{
    jobfair::{
        consent::{self, ConsentDraft, ConsentField, candidate},
        interview::{self, InterviewDraft, first_free, meet},
        queue::{self, QueueState, QueueWish},
        testing::{Stand, a_stand, another_stand},
        visit::VisitSource,
        visitor::{self, Given, TicketDraft},
    },
    people::{
        background::{Background, BackgroundKind},
        card::{
            end::Placement,
            event::{self, SeekerEventKind},
            issue::{CardDraft, issue},
            list::cards_of,
        },
        draft::PersonDraft,
        testing::{a_draft, refused},
    },
    store::testing::{an_office, begin, noon},
};
use chrono::TimeDelta;

async fn a_visitor(work: &mut Work, fair_id: Id<Fair>, person: PersonDraft) -> Given {
    let source = VisitSource::Ahead;
    let draft = TicketDraft { fair_id, person_id: None, person, session_id: None, wishes: String::new(), source };
    visitor::give(work, draft).await.expect("given")
}

async fn agrees(work: &mut Work, visit: Id<Visit>) {
    let draft = ConsentDraft { visit, fields: vec![ConsentField::Name, ConsentField::Contact] };
    consent::give(work, draft).await.expect("kept");
}

async fn applied(work: &mut Work, stand: Stand, visit: Id<Visit>) -> Id<JobApplication> {
    agrees(work, visit).await;
    apply(work, JobWish { visit, vacancy: stand.vacancy }).await.expect("applied")
}

fn to(id: Id<JobApplication>, to: JobState) -> JobMove {
    JobMove { id, to, on: None, reason: String::new(), starts_on: None, wage: None }
}

fn hired(id: Id<JobApplication>, starts_on: &str) -> JobMove {
    JobMove { starts_on: starts_on.parse().ok(), ..to(id, S::Hired) }
}

async fn placements(work: &mut Work, visit: Id<Visit>) -> usize {
    let visit = work.get(visit).await.expect("read").expect("there");
    let events = event::events(work.reads(), visit.person_id).await.expect("events");
    events.iter().filter(|event| event.kind == SeekerEventKind::Placed).count()
}

#[tokio::test]
async fn nobody_applies_before_they_were_told_what_companies_see() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "job_apply").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let visit = a_visitor(&mut work, stand.fair, a_draft(|_| ())).await.visit;
    let wish = JobWish { visit, vacancy: stand.vacancy };
    assert_eq!(refused(apply(&mut work, wish).await), "job.consent_missing");
    let id = applied(&mut work, stand, visit).await;
    assert_eq!(apply(&mut work, wish).await.expect("the same again"), id);
    assert_eq!(consent::of(work.reads(), visit).await.expect("fields"), [ConsentField::Name, ConsentField::Contact]);
    consent::give(&mut work, ConsentDraft { visit, fields: Vec::new() }).await.expect("withdrawn");
    assert!(consent::of(work.reads(), visit).await.expect("fields").is_empty());
    let elsewhere = a_stand(&mut work, "PT Lain", "Kasir").await;
    let wish = JobWish { visit, vacancy: elsewhere.vacancy };
    assert_eq!(refused(apply(&mut work, wish).await), "job.not_offered");
}

#[tokio::test]
async fn a_company_sees_what_was_allowed_and_never_the_nik() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "ticket_give").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let draft = a_draft(|draft| {
        draft.phone = "081234567890".into();
        draft.accommodation = "Kursi roda".into();
    });
    let visit = a_visitor(&mut work, stand.fair, draft).await.visit;
    let visit = work.get(visit).await.expect("read").expect("there");
    let person = work.get(visit.person_id).await.expect("read").expect("there");
    let skill = Background {
        id: work.id(),
        person_id: person.id,
        kind: BackgroundKind::Skill,
        level: None,
        title: "Menjahit".into(),
        place: None,
        year_from: None,
        year_to: None,
        retired_at: None,
    };
    let seen = |fields: &[ConsentField]| candidate(&person, std::slice::from_ref(&skill), fields);
    assert_eq!(seen(&[]), consent::Seen::default());
    let some = seen(&[ConsentField::Name, ConsentField::Skills]);
    assert_eq!((some.name.as_deref(), some.skills.as_slice()), (Some("Siti Rahmawati"), &["Menjahit".to_owned()][..]));
    assert_eq!((some.phone, some.education, some.accommodation), (None, None, None));
    let all = serde_json::to_string(&seen(<ConsentField as crate::base::word::Word>::ALL)).expect("json");
    assert!(all.contains("Kursi roda") && !all.contains("3216065205990001"));
}

#[tokio::test]
async fn an_application_goes_its_way_with_a_day_for_each_step_and_no_is_said_from_both_sides() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "job_move").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let visit = a_visitor(&mut work, stand.fair, a_draft(|_| ())).await.visit;
    let id = applied(&mut work, stand, visit).await;
    assert_eq!(refused(step(&mut work, to(id, S::Applied)).await), "job.not_possible");
    step(&mut work, to(id, S::Interviewed)).await.expect("interviewed");
    assert_eq!(refused(step(&mut work, to(id, S::Screened)).await), "job.not_possible");
    let early = JobMove { on: "2026-11-23".parse().ok(), ..to(id, S::Rejected) };
    assert_eq!(refused(step(&mut work, early).await), "job.day_before");
    let no = JobMove { reason: "Jarak terlalu jauh".into(), ..to(id, S::Declined) };
    step(&mut work, no).await.expect("declined");
    let row = work.get(id).await.expect("read").expect("there");
    assert_eq!((row.reason.as_deref(), row.decided_on), (Some("Jarak terlalu jauh"), "2026-11-24".parse().ok()));
    step(&mut work, to(id, S::Hired)).await.expect("thought better of it");
    let row = work.get(id).await.expect("read").expect("there");
    assert_eq!((row.state, row.reason), (S::Hired, None));
}

#[tokio::test]
async fn a_hire_is_counted_as_a_placement_once_and_only_when_its_day_has_come() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "job_move").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let visit = a_visitor(&mut work, stand.fair, a_draft(|_| ())).await.visit;
    let id = applied(&mut work, stand, visit).await;
    step(&mut work, hired(id, "2026-12-01")).await.expect("hired");
    assert_eq!(placements(&mut work, visit).await, 0, "the day is still to come");
    step(&mut work, hired(id, "2026-11-24")).await.expect("sooner");
    assert_eq!(placements(&mut work, visit).await, 1);
    assert_eq!(super::placement::count_due(&mut work).await.expect("counted"), 0);
    assert_eq!(refused(step(&mut work, to(id, S::Declined)).await), "job.counted");
    // The same placement told by a second company sheet of the same fair: another vacancy, the same employer and day.
    let company = work.get(stand.vacancy).await.expect("read").expect("there").company_id;
    let other = crate::jobfair::testing::a_vacancy(&mut work, company, "Operator obras").await;
    let sheet =
        crate::jobfair::participation::OfferSheet { id: stand.participation, vacancies: vec![stand.vacancy, other] };
    crate::jobfair::participation::offer(&mut work, sheet).await.expect("offered");
    let again = apply(&mut work, JobWish { visit, vacancy: other }).await.expect("applied");
    step(&mut work, hired(again, "2026-11-24")).await.expect("hired");
    assert_eq!(placements(&mut work, visit).await, 1, "one placement however often it is told");
}

#[tokio::test]
async fn who_has_a_card_is_placed_with_it() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "job_move").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let visit = a_visitor(&mut work, stand.fair, a_draft(|_| ())).await.visit;
    let person = work.get(visit).await.expect("read").expect("there").person_id;
    let day = "2026-11-24".parse().expect("a day");
    let draft = CardDraft {
        seeker_status: None,
        desired_job: String::new(),
        desired_wage: None,
        placement_scope: None,
        issued_on: day,
    };
    issue(&mut work, person, draft).await.expect("a card");
    let id = applied(&mut work, stand, visit).await;
    step(&mut work, hired(id, "2026-11-24")).await.expect("hired");
    let card = &cards_of(work.reads(), person, day).await.expect("cards")[0].card;
    assert_eq!((card.placed_on, card.employer.as_deref()), (Some(day), Some("PT Contoh")));
    assert_eq!(placements(&mut work, visit).await, 1);
    let again = Placement { placed_on: day, employer: "PT Contoh".into(), scope: None, returned: false };
    assert_eq!(refused(crate::people::card::end::place(&mut work, card.id, again).await), "card.placed");
}

#[tokio::test]
async fn two_scans_in_either_order_find_the_application() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "job_scan").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator jahit").await;
    let given = a_visitor(&mut work, stand.fair, a_draft(|_| ())).await;
    agrees(&mut work, given.visit).await;
    let post = vacancy_code(stand.vacancy);
    let scans =
        |first: &str, second: &str| TwoScans { fair_id: stand.fair, first: first.into(), second: second.into() };
    let one = two_scans(&mut work, scans(&given.ticket, &post)).await.expect("found");
    let other = two_scans(&mut work, scans(&post.to_lowercase(), &given.ticket)).await.expect("found");
    assert_eq!((one.application.id, one.title.as_str()), (other.application.id, "Operator jahit"));
    for (first, second) in [(&given.ticket, &given.ticket), (&post, &post)] {
        assert_eq!(refused(two_scans(&mut work, scans(first, second)).await), "job.codes_wrong");
    }
}

#[tokio::test]
async fn nobody_is_in_two_interviews_at_once() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "interview_save").await;
    let one = a_stand(&mut work, "PT Satu", "Operator").await;
    let other = another_stand(&mut work, one.fair, "PT Dua", "Kasir").await;
    let siti = a_visitor(&mut work, one.fair, a_draft(|_| ())).await.visit;
    let budi = a_visitor(
        &mut work,
        one.fair,
        a_draft(|draft| {
            draft.full_name = "Budi Hartono".into();
            draft.nik = "".into();
        }),
    )
    .await
    .visit;
    let here = applied(&mut work, one, siti).await;
    let there = applied(&mut work, other, siti).await;
    let his = applied(&mut work, one, budi).await;
    let at = |minutes| noon() + TimeDelta::minutes(minutes);
    let time = |application, minutes| InterviewDraft {
        id: None,
        application,
        starts_at: at(minutes),
        minutes: 15,
        place: String::new(),
    };
    interview::save(&mut work, time(here, 0)).await.expect("kept");
    assert_eq!(refused(interview::save(&mut work, time(there, 10)).await), "interview.person_busy");
    assert_eq!(refused(interview::save(&mut work, time(his, -10)).await), "interview.company_busy");
    assert_eq!(interview::propose(work.reads(), his, at(-5), 15).await.expect("free"), at(15));
    interview::save(&mut work, time(there, 15)).await.expect("touching is not meeting");
    assert_eq!(interview::list(work.reads(), one.fair).await.expect("list").len(), 2);
}

#[test]
fn spans_that_touch_do_not_meet_and_the_first_free_time_is_found() {
    let at = |minutes| noon() + TimeDelta::minutes(minutes);
    assert!(meet((at(0), 15), (at(14), 1)) && !meet((at(0), 15), (at(15), 15)));
    assert_eq!(first_free(at(0), 10, &[(at(5), 10), (at(15), 10), (at(40), 5)]), at(25));
}

#[tokio::test]
async fn numbers_before_a_booth_are_called_in_their_order() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "queue_take").await;
    let stand = a_stand(&mut work, "PT Contoh", "Operator").await;
    let mut codes = Vec::new();
    for (name, nik) in [("Siti Contoh", "3216065205990001"), ("Budi Contoh", "")] {
        let person = a_draft(|draft| (draft.full_name, draft.nik) = (name.into(), nik.into()));
        codes.push(a_visitor(&mut work, stand.fair, person).await.ticket);
    }
    let wish = |code: &str| QueueWish { participation: stand.participation, code: code.into() };
    let first = queue::take(&mut work, wish(&codes[0])).await.expect("a number");
    assert_eq!(queue::take(&mut work, wish(&codes[0])).await.expect("the same"), first);
    let second = queue::take(&mut work, wish(&codes[1])).await.expect("a number");
    assert_eq!(queue::call(&mut work, stand.participation).await.expect("called"), Some(first));
    assert_eq!(queue::call(&mut work, stand.participation).await.expect("called"), Some(second));
    assert_eq!(queue::call(&mut work, stand.participation).await.expect("called"), None);
    queue::mark(&mut work, first, QueueState::Waiting).await.expect("back");
    let day = "2026-11-24".parse().expect("a day");
    let rows = queue::list(work.reads(), stand.fair, day).await.expect("list");
    assert_eq!(rows.iter().map(|row| row.shown.as_str()).collect::<Vec<_>>(), ["A-1"]);
}
