//! What a rule says against a session: the rule, how strict, and the names of the two things that clash.

use super::{frame::Frame, names::Names, plan::Session, rules};
use crate::base::id::Id;
use balai_scheduler::centre::{checker::Violation, problem::Block, reasons::Reason, rules::Rule, verdict};
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
        self.clash(found.rule, &of)
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
