//! Each rule of an intake at its edges.

use super::{
    eligibility::{Facts, Past, Rule, RuleOutcome, judge},
    intake::Intake,
    state::ApplicationState,
};
use crate::{
    base::id::Id,
    people::{education::Education, particulars::Employment},
    store::testing::noon,
};
use chrono::{Months, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An intake of December 2026 without any rule.
fn an_intake() -> Intake {
    Intake {
        id: Id::new(noon()),
        programme_id: Id::new(noon()),
        name: "Angkatan 1/2026".into(),
        opens_on: day("2026-11-01"),
        closes_on: day("2026-11-30"),
        starts_on: Some(day("2026-12-01")),
        seats: 16,
        reserves: 2,
        funding: None,
        age_min: None,
        age_max: None,
        education_min: None,
        domicile_code: None,
        employment_not: None,
        cooldown_months: None,
        documents: String::new(),
        retired_at: None,
    }
}

fn codes(intake: &Intake, facts: &Facts) -> Vec<String> {
    judge(intake, facts, day("2026-11-24")).into_iter().map(|finding| finding.code).collect()
}

fn took_part(state: ApplicationState, on: &str) -> Past {
    Past {
        id: Id::new(noon()),
        number: "P-1".into(),
        intake_id: Some(Id::new(noon())),
        programme_id: None,
        programme: "Barista".into(),
        state,
        state_on: day(on),
    }
}

#[test]
fn without_rules_only_the_window_is_asked() {
    assert_eq!(codes(&an_intake(), &Facts::default()), ["window_open"]);
    let late = judge(&an_intake(), &Facts::default(), day("2026-12-01"));
    assert_eq!((late[0].code.as_str(), late[0].outcome), ("window_closed", RuleOutcome::Failed));
    assert_eq!(judge(&an_intake(), &Facts::default(), day("2026-10-31"))[0].code, "window_upcoming");
}

#[test]
fn an_age_is_counted_on_the_first_day_of_the_course() {
    let intake = Intake { age_min: Some(17), age_max: Some(40), ..an_intake() };
    let aged = |birth: &str| {
        codes(&intake, &Facts { birth_on: Some(day(birth)), guardian: true, ..Facts::default() })[1].clone()
    };
    assert_eq!(aged("2009-12-01"), "age_met");
    assert_eq!(aged("2009-12-02"), "age_under");
    assert_eq!(aged("1985-12-02"), "age_met");
    assert_eq!(aged("1985-12-01"), "age_over");
    assert_eq!(codes(&intake, &Facts::default())[1], "age_unknown");
}

#[test]
fn a_vocational_school_meets_a_rule_for_a_general_one() {
    let intake = Intake { education_min: Some(Education::UpperSecondary), ..an_intake() };
    let with = |education| codes(&intake, &Facts { education, ..Facts::default() })[1].clone();
    assert_eq!(with(Some(Education::Vocational)), "education_met");
    assert_eq!(with(Some(Education::LowerSecondary)), "education_low");
    assert_eq!(with(None), "education_unknown");
}

#[test]
fn a_neighbouring_regency_is_outside_and_a_province_alone_decides_nothing() {
    let intake = Intake { domicile_code: Some("32.16".into()), ..an_intake() };
    let living = |region: &str| codes(&intake, &Facts { region: Some(region.into()), ..Facts::default() })[1].clone();
    assert_eq!(living("32.16.06"), "domicile_met");
    assert_eq!(living("32.16"), "domicile_met");
    assert_eq!(living("32.75.01"), "domicile_outside");
    assert_eq!(living("32"), "domicile_unknown");
}

#[test]
fn who_is_employed_is_not_taken_where_the_intake_says_so() {
    let intake = Intake { employment_not: Some("BEKERJA,PELAJAR".into()), ..an_intake() };
    let with = |employment| codes(&intake, &Facts { employment, ..Facts::default() })[1].clone();
    assert_eq!(with(Some(Employment::Employed)), "employment_not_taken");
    assert_eq!(with(Some(Employment::Dismissed)), "employment_met");
    assert_eq!(with(None), "employment_unknown");
}

#[test]
fn the_pause_runs_from_the_last_course_in_which_there_was_a_seat() {
    let intake = Intake { cooldown_months: Some(12), ..an_intake() };
    let after = |past| {
        let found = judge(&intake, &Facts { past, ..Facts::default() }, day("2026-11-24"));
        found.into_iter().find(|finding| finding.rule == Rule::Cooldown).expect("judged")
    };
    let short = after(vec![took_part(ApplicationState::Finished, "2025-11-25")]);
    assert_eq!((short.code.as_str(), short.params["until_on"].as_str()), ("cooldown_short", "2026-11-25"));
    assert_eq!(after(vec![took_part(ApplicationState::Finished, "2025-11-24")]).code, "cooldown_over");
    assert_eq!(after(vec![took_part(ApplicationState::NotSelected, "2026-11-01")]).code, "cooldown_met");
}

#[test]
fn another_application_counts_only_while_it_is_on_its_way() {
    let with = |past| codes(&an_intake(), &Facts { past, ..Facts::default() });
    assert_eq!(with(vec![took_part(ApplicationState::Registered, "2026-11-20")])[1], "elsewhere");
    assert_eq!(with(vec![took_part(ApplicationState::Withdrawn, "2026-11-20")]), ["window_open"]);
    let wish = Past { intake_id: None, ..took_part(ApplicationState::Registered, "2026-11-20") };
    assert_eq!(with(vec![wish]), ["window_open"]);
}

#[test]
fn under_eighteen_a_guardian_is_asked_for() {
    let minor =
        |guardian| codes(&an_intake(), &Facts { birth_on: Some(day("2008-11-25")), guardian, ..Facts::default() });
    assert_eq!(minor(false)[1], "guardian_missing");
    assert_eq!(minor(true)[1], "guardian_met");
    let grown = Facts { birth_on: Some(day("2008-11-24")), ..Facts::default() };
    assert_eq!(codes(&an_intake(), &grown), ["window_open"]);
}

proptest! {
    #[test]
    fn whoever_is_within_the_limits_is_met_and_nobody_else(days in 0i64..36_000, least in 15i64..40, more in 0i64..30) {
        let intake = Intake { age_min: Some(least), age_max: Some(least + more), ..an_intake() };
        let birth = day("1925-01-01") + chrono::TimeDelta::days(days);
        let found = judge(&intake, &Facts { birth_on: Some(birth), ..Facts::default() }, day("2026-11-24"));
        let age = found.iter().find(|finding| finding.rule == Rule::Age).expect("judged");
        // Within the limits when the birthdays of the first and last allowed year frame 1 December.
        let years = i32::try_from(least).expect("small");
        let most = i32::try_from(least + more).expect("small");
        let turned = |years: i32| birth.checked_add_months(Months::new(u32::try_from(years * 12).expect("small")));
        let inside = turned(years) <= Some(day("2026-12-01")) && turned(most + 1) > Some(day("2026-12-01"));
        // 29 February is a birthday of its own question.
        prop_assume!(birth.format("%m-%d").to_string() != "02-29");
        prop_assert_eq!(age.outcome == RuleOutcome::Met, inside);
    }
}
