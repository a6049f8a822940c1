//! The rules of a timetable. Each is hard, soft or off; the office decides.

/// A rule by which places are forbidden or dear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A class is in one place at a time.
    BatchClash,
    /// So is an instructor.
    InstructorClash,
    /// A room holds one class at a time.
    RoomClash,
    /// No more tools than there are.
    ToolClash,
    /// No more of a consumable than there is.
    Stock,
    /// Lessons only where the class's day has them: holidays, leave of the centre, Ramadan, breaks.
    ClosedSlot,
    /// The instructor is there.
    Absence,
    /// The room is open.
    RoomClosed,
    /// The instructor may teach the unit on that day.
    Competence,
    /// Enough seats.
    Seats,
    /// Reached without a step where a trainee needs it.
    StepFree,
    /// The room is of the kind and has the equipment.
    Equipment,
    /// What must come before has come before.
    Order,
    /// JP of a class per day.
    BatchDay,
    /// JP of an instructor per day.
    InstructorDay,
    /// JP of an instructor per week.
    InstructorWeek,
    /// JP of an instructor per month.
    InstructorMonth,
    /// Within the class's first and last day.
    Window,
    /// The class is done by its due day, and early.
    FinishEarly,
    /// No idle lesson within a half day of a class.
    Idle,
    /// A unit stays in its room.
    RoomChange,
    /// A unit keeps its instructor.
    InstructorChange,
    /// Theory of a unit before its practice.
    TheoryFirst,
    /// Fewer lessons on Friday.
    LightFriday,
    /// Better rooms first.
    RoomPriority,
    /// Load balanced over the instructors.
    LoadBalance,
    /// Near to the published timetable.
    NearPublished,
}

/// How a rule is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Never broken by the planner.
    Hard,
    /// A constraint: broken only when a session finds no place otherwise. A wish: weighed.
    Soft(u32),
    /// Not looked at.
    Off,
}

impl Rule {
    /// Every rule, constraints first.
    pub const ALL: [Rule; 27] = [
        Rule::BatchClash,
        Rule::InstructorClash,
        Rule::RoomClash,
        Rule::ToolClash,
        Rule::Stock,
        Rule::ClosedSlot,
        Rule::Absence,
        Rule::RoomClosed,
        Rule::Competence,
        Rule::Seats,
        Rule::StepFree,
        Rule::Equipment,
        Rule::Order,
        Rule::BatchDay,
        Rule::InstructorDay,
        Rule::InstructorWeek,
        Rule::InstructorMonth,
        Rule::Window,
        Rule::FinishEarly,
        Rule::Idle,
        Rule::RoomChange,
        Rule::InstructorChange,
        Rule::TheoryFirst,
        Rule::LightFriday,
        Rule::RoomPriority,
        Rule::LoadBalance,
        Rule::NearPublished,
    ];

    /// Says which places are possible, where a wish says which are better.
    pub fn constrains(self) -> bool {
        self <= Rule::Window
    }

    /// How the rule is kept when the office says nothing.
    pub fn usual(self) -> Strength {
        match self {
            Rule::FinishEarly => Strength::Soft(1),
            Rule::Idle => Strength::Soft(1),
            Rule::RoomChange => Strength::Soft(2),
            Rule::InstructorChange => Strength::Soft(3),
            Rule::TheoryFirst => Strength::Soft(2),
            Rule::LightFriday => Strength::Soft(1),
            Rule::RoomPriority => Strength::Soft(1),
            Rule::LoadBalance => Strength::Soft(1),
            Rule::NearPublished => Strength::Soft(8),
            _ => Strength::Hard,
        }
    }
}

/// A heavier wish weighs no more than this.
const WEIGHT_MOST: u32 = 1_000_000;

/// How every rule is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules([Strength; Rule::ALL.len()]);

impl Default for Rules {
    fn default() -> Self {
        Rules(Rule::ALL.map(Rule::usual))
    }
}

impl Rules {
    /// How a rule is kept.
    pub fn get(&self, rule: Rule) -> Strength {
        self.0[rule as usize]
    }

    /// Keeps a rule otherwise.
    #[must_use]
    pub fn with(mut self, rule: Rule, strength: Strength) -> Self {
        self.0[rule as usize] = strength;
        self
    }

    /// Whether a constraint is looked at while searching: hard ones always, soft ones until the last resort.
    pub fn binds(&self, rule: Rule, last_resort: bool) -> bool {
        match self.get(rule) {
            Strength::Hard => true,
            Strength::Soft(_) => !last_resort,
            Strength::Off => false,
        }
    }

    /// The weight of a wish; a hard wish weighs a hundred times its usual.
    pub fn weight(&self, rule: Rule) -> i64 {
        match (self.get(rule), rule.usual()) {
            (Strength::Soft(weight), _) => i64::from(weight.min(WEIGHT_MOST)),
            (Strength::Hard, Strength::Soft(usual)) => 100 * i64::from(usual),
            (Strength::Hard, _) => 100,
            (Strength::Off, _) => 0,
        }
    }

    /// Whether a broken rule is an error and not only a remark.
    pub fn is_hard(&self, rule: Rule) -> bool {
        self.get(rule) == Strength::Hard
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_rules_is_in_the_order_of_the_rules() {
        assert!(Rule::ALL.iter().enumerate().all(|(at, rule)| *rule as usize == at));
    }

    #[test]
    fn a_soft_constraint_binds_until_the_last_resort_and_one_that_is_off_never() {
        let rules = Rules::default().with(Rule::Seats, Strength::Soft(5)).with(Rule::Order, Strength::Off);
        assert!(rules.binds(Rule::RoomClash, true) && rules.binds(Rule::Seats, false));
        assert!(!rules.binds(Rule::Seats, true) && !rules.binds(Rule::Order, false));
        assert_eq!((rules.weight(Rule::Idle), rules.weight(Rule::Order)), (1, 0));
    }
}
