//! Who could take over a session where it stands, best first, each with what speaks for and against.

use super::{fit::Ask, problem::Block, reasons::instructor_breaks, rules::Rule, verdict::Judge};

/// An instructor who might take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// Who.
    pub instructor: usize,
    /// Rules that would be broken; none: can take over as things stand.
    pub breaks: Vec<Rule>,
    /// JP in the week, with this session.
    pub week_jp: u16,
    /// Most JP in a week.
    pub week_cap: u16,
    /// Of the same field of training as the one who teaches it now.
    pub same_department: bool,
    /// Teaches the class already.
    pub knows_class: bool,
}

impl Judge<'_> {
    /// All but those who teach the session now: who breaks no rule first, then who knows the class, then the same field,
    /// then the lightest week.
    pub fn substitutes(&self, block: &Block) -> Vec<Substitute> {
        let problem = self.state.problem;
        let (Some(course), Some(at)) = (problem.course(block), block.course) else { return Vec::new() };
        let Some(clock) = problem.clock(block) else { return Vec::new() };
        let Block { batch, day, slot, length, .. } = *block;
        let ask = Ask { batch, course: at, day, slot, length, last_resort: false };
        let field = |who: usize| problem.instructors[who].department;
        let now = block.people[0].and_then(field);
        let of = |who: usize| Substitute {
            instructor: who,
            breaks: instructor_breaks(&self.state, &ask, course, who, clock),
            week_jp: self.state.load(who, day).1.saturating_add(u16::from(length)),
            week_cap: problem.instructors[who].week_cap,
            same_department: now.is_some() && field(who) == now,
            knows_class: self.state.blocks_of(batch).any(|other| other.people.contains(&Some(who))),
        };
        let others = (0..problem.instructors.len()).filter(|who| !block.people.contains(&Some(*who)));
        let mut all: Vec<Substitute> = others.map(of).collect();
        all.sort_by_key(|one| {
            let fits = one.breaks.len();
            // Who may not teach it at all is further away than who is only busy.
            let unable = one.breaks.contains(&Rule::Competence);
            (unable, fits, !one.knows_class, !one.same_department, one.week_jp, one.instructor)
        });
        all
    }
}
