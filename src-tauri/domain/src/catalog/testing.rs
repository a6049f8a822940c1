//! Drafts for the tests of the catalogue.

use super::{
    instructor::{InstructorDraft, InstructorStatus},
    room::{RoomDraft, RoomKind, RoomPriority},
};

/// An instructor of whom only the name is known.
pub fn an_instructor(name: &str) -> InstructorDraft {
    InstructorDraft {
        id: None,
        name: name.into(),
        initials: String::new(),
        nip: None,
        status: InstructorStatus::CivilServant,
        department_id: None,
        methodology: None,
        assessor_number: None,
        phone: None,
        jp_day: None,
        jp_week: None,
        jp_month: None,
    }
}

/// A workshop of 16 places.
pub fn a_room(code: &str) -> RoomDraft {
    RoomDraft {
        id: None,
        code: code.into(),
        name: "Bengkel las".into(),
        kind: RoomKind::Workshop,
        seats: 16,
        step_free: true,
        priority: RoomPriority::Normal,
        equipment: None,
        department_id: None,
    }
}
