//! Who could take over a session: the planner's ranking, with what speaks for and against each.

use super::{
    clash::{Clash, Wording},
    frame, names,
    plan::Session,
};
use crate::{
    base::id::Id,
    catalog::instructor::Instructor,
    store::{Result, SqliteConnection, open::get},
};
use balai_scheduler::centre::{problem::Block, rules::Rule, substitutes::Substitute, verdict::Judge};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// So many are told.
const MOST: usize = 6;

/// An instructor who might take over a session.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Candidate {
    /// Who.
    pub instructor_id: Id<Instructor>,
    /// Full name.
    pub name: String,
    /// Holds the competence on that day.
    pub qualified: bool,
    /// Is there and has no other session then.
    pub free: bool,
    /// JP of the week with this session.
    pub week_jp: i64,
    /// Most JP of a week.
    pub week_cap: i64,
    /// Of the same field of training as the one who is replaced.
    pub same_department: bool,
    /// Teaches the class already.
    pub knows_class: bool,
    /// What would clash; nothing: can take over as things stand.
    pub against: Vec<Clash>,
}

/// Candidates for a session where it stands, best first.
pub async fn candidates(
    connection: &mut SqliteConnection,
    id: Id<Session>,
    today: NaiveDate,
) -> Result<Vec<Candidate>> {
    let Some(session) = get::<Session>(&mut *connection, id).await? else { return Ok(Vec::new()) };
    let frame = frame::load(&mut *connection, Some(session.plan_id), today).await?;
    let names = names::load(connection).await?;
    let wording = Wording { frame: &frame, names: &names };
    Ok(frame.block_of(id).map(|block| ranked(&wording, &frame.problem.standing, block)).unwrap_or_default())
}

/// Who could take over a block among others, best first.
pub(super) fn ranked(wording: &Wording<'_>, blocks: &[Block], block: &Block) -> Vec<Candidate> {
    let judge = Judge::without(&wording.frame.problem, blocks, block.tag);
    judge.substitutes(block).iter().take(MOST).map(|found| candidate(wording, &judge, block, found)).collect()
}

fn candidate(wording: &Wording<'_>, judge: &Judge<'_>, block: &Block, found: &Substitute) -> Candidate {
    let Substitute { instructor: who, week_jp, week_cap, same_department, knows_class, .. } = *found;
    let instructor_id = wording.frame.instructors[who];
    let taken = Block { people: [Some(who), None], ..*block };
    let clashes = judge.clashes(&taken);
    let about = clashes.iter().filter(|clash| clash.instructor == Some(who));
    Candidate {
        instructor_id,
        name: wording.names.instructor(instructor_id).to_owned(),
        qualified: !found.breaks.contains(&Rule::Competence),
        free: !found.breaks.iter().any(|rule| [Rule::InstructorClash, Rule::Absence].contains(rule)),
        week_jp: i64::from(week_jp),
        week_cap: i64::from(week_cap),
        same_department,
        knows_class,
        against: about.map(|clash| wording.verdict(&taken, clash)).collect(),
    }
}
