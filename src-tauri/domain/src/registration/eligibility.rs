//! Whether a person fits an intake (*persyaratan*), rule by rule, so that the page can say why in words. Pure.
//!
//! A failed rule does not stop the office from registering: it asks for a note. Only the same person twice in one
//! intake is refused outright.

use super::{application::Application, intake::Intake, state::ApplicationState};
use crate::{
    base::{dates::age_on, id::Id, word::Word},
    catalog::Programme,
    people::{
        draft::GUARDIAN_AGE, education::Education, particulars::Employment, person::Person, region_index::RegionIndex,
    },
};
use chrono::{Months, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

words! {
    /// What a rule asks about.
    pub enum Rule {
        /// The window of registration.
        Window = "window",
        /// This person is in this intake already.
        Twice = "twice",
        /// Age on the first day.
        Age = "age",
        /// Education finished.
        Education = "education",
        /// Where the person lives.
        Domicile = "domicile",
        /// Employment.
        Employment = "employment",
        /// The pause since the last course.
        Cooldown = "cooldown",
        /// Another application that is still on its way.
        Elsewhere = "elsewhere",
        /// A guardian under 18.
        Guardian = "guardian",
    }

    /// How a rule turned out.
    pub enum RuleOutcome {
        /// Met.
        Met = "met",
        /// Not met.
        Failed = "failed",
        /// Nobody knows yet.
        Unknown = "unknown",
    }
}

/// One rule and how it turned out. Words live under `eligibility.<code>`. Parameters that end in `_on` are days as
/// `2026-12-01`; `education`, `education_min` and `employment` are codes of their lists; the rest is text as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RuleFinding {
    /// The rule.
    pub rule: Rule,
    /// How it turned out.
    pub outcome: RuleOutcome,
    /// Which words explain it.
    pub code: String,
    /// What the words need.
    pub params: BTreeMap<String, String>,
}

/// An earlier or running application of the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Which.
    pub id: Id<Application>,
    /// Its number.
    pub number: String,
    /// To which intake.
    pub intake_id: Option<Id<Intake>>,
    /// Of which programme.
    pub programme_id: Option<Id<Programme>>,
    /// The programme, or the wish, in words.
    pub programme: String,
    /// Where it stands.
    pub state: ApplicationState,
    /// Since when.
    pub state_on: NaiveDate,
}

/// What the rules ask of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Birth date.
    pub birth_on: Option<NaiveDate>,
    /// Education finished.
    pub education: Option<Education>,
    /// Code of the smallest known region of the address.
    pub region: Option<String>,
    /// Employment.
    pub employment: Option<Employment>,
    /// A guardian is named.
    pub guardian: bool,
    /// The person's other applications.
    pub past: Vec<Past>,
}

impl Facts {
    /// The facts of a person with these other applications.
    pub fn of(person: &Person, past: Vec<Past>) -> Self {
        let region = [&person.village_code, &person.district_code, &person.regency_code];
        Facts {
            birth_on: person.birth_on,
            education: person.education,
            region: region.into_iter().flatten().next().cloned(),
            employment: person.employment,
            guardian: person.guardian_name.is_some(),
            past,
        }
    }
}

fn finding(rule: Rule, outcome: RuleOutcome, code: &str, params: &[(&str, String)]) -> RuleFinding {
    let params = params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    RuleFinding { rule, outcome, code: code.to_owned(), params }
}

/// Every rule of the intake that says something about the person on this day.
pub fn judge(intake: &Intake, facts: &Facts, today: NaiveDate) -> Vec<RuleFinding> {
    let rules = [
        Some(window(intake, today)),
        twice(intake, facts),
        age(intake, facts),
        education(intake, facts),
        domicile(intake, facts),
        employment(intake, facts),
        cooldown(intake, facts, today),
        elsewhere(intake, facts),
        guardian(facts, today),
    ];
    rules.into_iter().flatten().collect()
}

fn window(intake: &Intake, today: NaiveDate) -> RuleFinding {
    let (opens, closes) = (("opens_on", intake.opens_on.to_string()), ("closes_on", intake.closes_on.to_string()));
    if today < intake.opens_on {
        finding(Rule::Window, RuleOutcome::Failed, "window_upcoming", &[opens])
    } else if today > intake.closes_on {
        finding(Rule::Window, RuleOutcome::Failed, "window_closed", &[closes])
    } else {
        finding(Rule::Window, RuleOutcome::Met, "window_open", &[closes])
    }
}

fn twice(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    let same = facts.past.iter().find(|past| past.intake_id == Some(intake.id))?;
    Some(finding(Rule::Twice, RuleOutcome::Failed, "twice", &[("number", same.number.clone())]))
}

fn age(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    if intake.age_min.is_none() && intake.age_max.is_none() {
        return None;
    }
    let day = ("day_on", intake.age_day().to_string());
    let Some(birth) = facts.birth_on else { return Some(finding(Rule::Age, RuleOutcome::Unknown, "age_unknown", &[])) };
    let age = i64::from(age_on(birth, intake.age_day()));
    let told = ("age", age.to_string());
    Some(match (intake.age_min, intake.age_max) {
        (Some(least), _) if age < least => {
            finding(Rule::Age, RuleOutcome::Failed, "age_under", &[told, day, ("least", least.to_string())])
        }
        (_, Some(most)) if age > most => {
            finding(Rule::Age, RuleOutcome::Failed, "age_over", &[told, day, ("most", most.to_string())])
        }
        _ => finding(Rule::Age, RuleOutcome::Met, "age_met", &[told, day]),
    })
}

fn education(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    let least = intake.education_min?;
    let told = ("education_min", least.code().to_owned());
    Some(match facts.education {
        None => finding(Rule::Education, RuleOutcome::Unknown, "education_unknown", &[told]),
        Some(own) => {
            let params = [("education", own.code().to_owned()), told];
            if own.at_least(least) {
                finding(Rule::Education, RuleOutcome::Met, "education_met", &params)
            } else {
                finding(Rule::Education, RuleOutcome::Failed, "education_low", &params)
            }
        }
    })
}

/// A region in words: its name and what it lies in, to the regency.
fn in_words(code: &str) -> String {
    let path = RegionIndex::shared().path(code);
    let parts = path.map(|path| [path.village, path.district, path.regency.or(Some(path.province))]);
    parts.map_or_else(|| code.to_owned(), |parts| parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn domicile(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    let wanted = intake.domicile_code.as_deref()?;
    let told = ("region", in_words(wanted));
    Some(match facts.region.as_deref() {
        None => finding(Rule::Domicile, RuleOutcome::Unknown, "domicile_unknown", &[told]),
        // The address is known less exactly than the rule asks.
        Some(own) if own.len() < wanted.len() && wanted.starts_with(own) => {
            finding(Rule::Domicile, RuleOutcome::Unknown, "domicile_unknown", &[told])
        }
        Some(own) => {
            let inside = own.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            let params = [("own", in_words(own)), told];
            if inside {
                finding(Rule::Domicile, RuleOutcome::Met, "domicile_met", &params)
            } else {
                finding(Rule::Domicile, RuleOutcome::Failed, "domicile_outside", &params)
            }
        }
    })
}

fn employment(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    let refused = intake.employment_not();
    if refused.is_empty() {
        return None;
    }
    Some(match facts.employment {
        None => finding(Rule::Employment, RuleOutcome::Unknown, "employment_unknown", &[]),
        Some(own) => {
            let params = [("employment", own.code().to_owned())];
            if refused.contains(&own) {
                finding(Rule::Employment, RuleOutcome::Failed, "employment_not_taken", &params)
            } else {
                finding(Rule::Employment, RuleOutcome::Met, "employment_met", &params)
            }
        }
    })
}

fn cooldown(intake: &Intake, facts: &Facts, today: NaiveDate) -> Option<RuleFinding> {
    let months = intake.cooldown_months.and_then(|months| u32::try_from(months).ok())?;
    let others = facts.past.iter().filter(|past| past.intake_id != Some(intake.id) && past.state.took_seat());
    let Some(last) = others.max_by_key(|past| past.state_on) else {
        return Some(finding(Rule::Cooldown, RuleOutcome::Met, "cooldown_met", &[]));
    };
    let until = last.state_on.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    let params = [
        ("programme", last.programme.clone()),
        ("last_on", last.state_on.to_string()),
        ("until_on", until.to_string()),
        ("months", months.to_string()),
    ];
    Some(if today < until {
        finding(Rule::Cooldown, RuleOutcome::Failed, "cooldown_short", &params)
    } else {
        finding(Rule::Cooldown, RuleOutcome::Met, "cooldown_over", &params)
    })
}

fn elsewhere(intake: &Intake, facts: &Facts) -> Option<RuleFinding> {
    let other = facts
        .past
        .iter()
        .find(|past| past.state.is_running() && past.intake_id.is_some() && past.intake_id != Some(intake.id))?;
    let params = [("programme", other.programme.clone()), ("number", other.number.clone())];
    Some(finding(Rule::Elsewhere, RuleOutcome::Failed, "elsewhere", &params))
}

fn guardian(facts: &Facts, today: NaiveDate) -> Option<RuleFinding> {
    let age = age_on(facts.birth_on?, today);
    if age >= GUARDIAN_AGE {
        return None;
    }
    let params = [("age", age.to_string())];
    Some(if facts.guardian {
        finding(Rule::Guardian, RuleOutcome::Met, "guardian_met", &params)
    } else {
        finding(Rule::Guardian, RuleOutcome::Failed, "guardian_missing", &params)
    })
}
