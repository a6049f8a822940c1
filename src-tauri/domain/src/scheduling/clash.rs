//! What a rule says against a session: the rule, how strict, and the names of the two things that clash.

use super::{frame::Frame, names::Names, plan::Session, rules};
use crate::base::id::Id;
use balai_scheduler::centre::{
    checker::Violation,
    problem::{self, Block},
    reasons::Reason,
    rules::Rule,
    verdict,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A rule that is broken or would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Clash {
    /// The rule's code; its sentence stands under `clash`.
    pub rule: String,
    /// Never to be broken, as the office keeps it.
    pub hard: bool,
    /// The sessions that clash.
    pub sessions: Vec<Id<Session>>,
    /// Names and numbers for the sentence: `batch`, `other`, `instructor`, `room`, `count`, `cap`.
    pub params: BTreeMap<String, String>,
}

/// The names of a frame's parts.
pub struct Wording<'a> {
    /// The timetable.
    pub frame: &'a Frame,
    /// The names.
    pub names: &'a Names,
}

impl Wording<'_> {
    fn clash(&self, rule: Rule, blocks: &[Block]) -> Clash {
        let mut params = BTreeMap::new();
        let first = blocks.first();
        let say = |block: Option<&Block>| block.map_or("", |block| &*self.frame.batches[block.batch].name).to_owned();
        params.insert("batch".into(), say(first));
        params.insert("other".into(), say(blocks.get(1)));
        let room = blocks.iter().find_map(|block| block.room);
        params.insert("room".into(), room.map_or("", |room| self.names.room(self.frame.rooms[room])).to_owned());
        params.insert("instructor".into(), self.people(first));
        params.insert("subject".into(), first.map(|block| self.subject(block)).unwrap_or_default());
        params.insert("otherSubject".into(), blocks.get(1).map(|block| self.subject(block)).unwrap_or_default());
        let sessions = blocks.iter().filter_map(|block| self.frame.session_of(block)).map(|session| session.id);
        Clash {
            rule: rules::code(rule),
            hard: self.frame.problem.rules.is_hard(rule),
            sessions: sessions.collect(),
            params,
        }
    }

    fn people(&self, block: Option<&Block>) -> String {
        let people = block.map_or([None; 2], |block| block.people);
        let names = people.into_iter().flatten().map(|who| self.names.instructor(self.frame.instructors[who]));
        names.collect::<Vec<_>>().join(", ")
    }

    /// What a block teaches.
    pub fn subject(&self, block: &Block) -> String {
        let taught = block.course.map(|course| self.frame.taught[block.batch][course]);
        let unit = taught.and_then(|taught| taught.unit).map(|unit| self.names.unit(unit).to_owned());
        let own = || self.frame.session_of(block).and_then(|session| session.title.clone());
        unit.or_else(own).unwrap_or_default()
    }

    /// A broken rule of a whole timetable.
    pub fn violation(&self, found: &Violation, blocks: &[Block]) -> Clash {
        let mut of: Vec<Block> = found.blocks.iter().map(|at| blocks[*at]).collect();
        if found.rule == Rule::InstructorClash {
            // The name is that of whom both blocks share.
            let shared = of.first().map(|block| block.people).into_iter().flatten().flatten();
            let shared: Vec<usize> =
                shared.filter(|who| of.iter().all(|block| block.people.contains(&Some(*who)))).collect();
            if let (Some(block), Some(who)) = (of.first_mut(), shared.first()) {
                block.people = [Some(*who), None];
            }
        }
        let mut clash = self.clash(found.rule, &of);
        if let Some((who, count, cap)) = self.sum(found.rule, &of) {
            clash.params.extend(who.map(|who| ("instructor".to_owned(), who)));
            clash.params.insert("count".into(), count.to_string());
            clash.params.insert("cap".into(), cap.to_string());
        }
        clash
    }

    /// What blocks that break a rule come to together, and what there may be; of whom, when it is an instructor.
    fn sum(&self, rule: Rule, of: &[Block]) -> Option<(Option<String>, u64, u64)> {
        let problem = &self.frame.problem;
        let first = of.first()?;
        let batch = &problem.batches[first.batch];
        let jp = || of.iter().map(|block| u64::from(block.length)).sum();
        let shared =
            first.people.into_iter().flatten().find(|who| of.iter().all(|one| one.people.contains(&Some(*who))));
        let person = |cap: fn(&problem::Instructor) -> u16| {
            let who = shared?;
            let name = self.names.instructor(self.frame.instructors[who]).to_owned();
            Some((Some(name), jp(), u64::from(cap(&problem.instructors[who]))))
        };
        match rule {
            Rule::BatchDay => Some((None, jp(), u64::from(batch.jp_day))),
            Rule::InstructorDay => person(|one| one.day_cap),
            Rule::InstructorWeek => person(|one| one.week_cap),
            Rule::InstructorMonth => person(|one| one.month_cap),
            Rule::Seats => Some((None, batch.seats.into(), problem.rooms[first.room?].seats.into())),
            Rule::ToolClash => {
                let supplies = |block: &Block| problem.course(block).map_or(&[][..], |course| &course.supplies);
                let need = |supply: usize| {
                    let all = of.iter().flat_map(supplies).filter(|(which, _)| *which == supply);
                    all.map(|(_, quantity)| u64::from(*quantity)).sum::<u64>()
                };
                let tools = problem.supplies.iter().enumerate().filter(|(_, one)| !one.consumed);
                let mut sums = tools.map(|(at, one)| (None, need(at), u64::from(one.stock)));
                sums.find(|(_, need, stock)| need > stock)
            }
            _ => None,
        }
    }

    /// A rule that a block would break at a place.
    pub fn verdict(&self, block: &Block, found: &verdict::Clash) -> Clash {
        let mut about = *block;
        if let Some(who) = found.instructor {
            about.people = [Some(who), None];
        }
        let mut clash = self.clash(found.rule, &[Some(about), found.with].into_iter().flatten().collect::<Vec<_>>());
        if let Some((count, cap)) = found.counts {
            clash.params.insert("count".into(), count.to_string());
            clash.params.insert("cap".into(), cap.to_string());
        }
        clash
    }

    /// Why a course has no place: the rule with how many places it forbids, and how many it alone.
    pub fn reason(&self, batch: usize, found: &Reason) -> Clash {
        let mut params = BTreeMap::new();
        params.insert("batch".into(), self.frame.batches[batch].name.clone());
        params.insert("count".into(), found.forbids.to_string());
        params.insert("alone".into(), found.alone.to_string());
        let rule = format!("reason.{}", rules::code(found.rule));
        Clash { rule, hard: self.frame.problem.rules.is_hard(found.rule), sessions: Vec::new(), params }
    }
}
