//! How the office keeps the planner's rules: as it says, otherwise as is usual.

use super::{
    plan::{SchedulingRule, Strength},
    store,
};
use crate::store::{Result, SqliteConnection, Work};
use balai_scheduler::centre::rules::{self as planner, Rule, Rules};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The heaviest weight of a wish.
const WEIGHT_MOST: i64 = 1000;

refusals! {
    "planning_rule" =>
    /// What keeps a rule from being changed.
    RuleRefusal {
        /// No such rule.
        Unknown => "unknown",
        /// A weight is 1 to 1000.
        Weight => "weight_range",
    }
}

/// A rule and how it is kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleRow {
    /// Its code; words under `planning_rule.name`.
    pub rule: String,
    /// Hard, soft or off.
    pub strength: Strength,
    /// Its weight when soft.
    pub weight: i64,
    /// The office keeps it otherwise than is usual.
    pub own: bool,
    /// Says which places are better; the others say which are possible.
    pub wish: bool,
}

/// How a rule is to be kept.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RuleChange {
    /// Its code.
    pub rule: String,
    /// Hard, soft or off.
    pub strength: Strength,
    /// Its weight when soft.
    pub weight: i64,
}

/// The rule's code, as stored and worded.
pub fn code(rule: Rule) -> String {
    let name = format!("{rule:?}");
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

fn rule_of(text: &str) -> Option<Rule> {
    Rule::ALL.into_iter().find(|rule| code(*rule) == text)
}

fn strength(kept: planner::Strength) -> (Strength, i64) {
    match kept {
        planner::Strength::Hard => (Strength::Hard, 1),
        planner::Strength::Soft(weight) => (Strength::Soft, i64::from(weight)),
        planner::Strength::Off => (Strength::Off, 1),
    }
}

/// The rules as the office keeps them, for the planner.
pub async fn load(connection: &mut SqliteConnection) -> Result<Rules> {
    let own = store::rules(connection).await?;
    Ok(own.iter().fold(Rules::default(), |rules, row| match rule_of(&row.rule) {
        Some(rule) => rules.with(rule, planner_strength(row.strength, row.weight)),
        None => rules,
    }))
}

fn planner_strength(strength: Strength, weight: i64) -> planner::Strength {
    match strength {
        Strength::Hard => planner::Strength::Hard,
        Strength::Soft => planner::Strength::Soft(u32::try_from(weight).unwrap_or(1)),
        Strength::Off => planner::Strength::Off,
    }
}

/// All rules, for the screen.
pub async fn list(connection: &mut SqliteConnection) -> Result<Vec<RuleRow>> {
    let rules = load(connection).await?;
    let row = |rule: Rule| {
        let (strength, weight) = strength(rules.get(rule));
        RuleRow { rule: code(rule), strength, weight, own: rules.get(rule) != rule.usual(), wish: !rule.constrains() }
    };
    Ok(Rule::ALL.into_iter().map(row).collect())
}

/// Keeps a rule otherwise. Refuses `planning_rule.unknown`, `planning_rule.weight_range`.
pub async fn set(work: &mut Work, change: RuleChange) -> Result<()> {
    if rule_of(&change.rule).is_none() {
        return Err(RuleRefusal::Unknown.into());
    }
    if !(1..=WEIGHT_MOST).contains(&change.weight) {
        return Err(RuleRefusal::Weight.into());
    }
    let own = store::rules(work.reads()).await?;
    let known = own.into_iter().find(|row| row.rule == change.rule);
    let id = known.map_or_else(|| work.id(), |row| row.id);
    let RuleChange { rule, strength, weight } = change;
    work.put(&SchedulingRule { id, rule, strength, weight }).await?;
    work.about(id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scheduling::testing::later,
        store::{Error, testing::an_office},
    };

    #[tokio::test]
    async fn a_rule_that_the_office_keeps_otherwise_reaches_the_planner() {
        let (_folder, store) = an_office().await;
        let mut work = later(&store, 0).await;
        let change = |rule: &str, weight| RuleChange { rule: rule.into(), strength: Strength::Soft, weight };
        set(&mut work, change("room_clash", 7)).await.expect("set");
        assert_eq!(load(work.reads()).await.expect("rules").get(Rule::RoomClash), planner::Strength::Soft(7));
        let rows = list(work.reads()).await.expect("rows");
        assert_eq!(rows.iter().filter(|row| row.own).map(|row| &*row.rule).collect::<Vec<_>>(), ["room_clash"]);
        for (refused, code) in [(change("no_such", 1), "unknown"), (change("idle", 0), "weight_range")] {
            let error = set(&mut work, refused).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code));
        }
    }
}
