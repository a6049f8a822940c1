//! Who may do what. Held at the command, whatever the page shows.

use serde::Serialize;
use ts_rs::TS;

words! {
    /// An officer's role (*peran*).
    pub enum Role {
        /// *Administrator*: everything, also officers and settings.
        Administrator = "ADMIN",
        /// *Petugas pendaftaran*: people, applications, cards.
        Registrar = "PENDAFTARAN",
        /// *Penyelenggara pelatihan*: courses and their participants.
        Training = "PELATIHAN",
        /// *Petugas bursa kerja*: fairs, companies, vacancies.
        Fair = "BURSA",
        /// *Petugas gerbang*: shows tickets at the gate of a fair, and nothing else.
        Steward = "GERBANG",
        /// *Kepala*: sees all, signs, decides; does not type.
        Head = "KEPALA",
        /// *Pembaca*: sees lists with masked numbers.
        Reader = "PEMBACA",
    }
}

/// One thing that can be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// See the register, numbers masked.
    Look,
    /// See a full NIK or phone; every look is noted.
    Unmask,
    /// Register and correct people, applications, documents.
    Register,
    /// Import workbooks, change many at once.
    Bulk,
    /// Merge and separate people.
    Merge,
    /// Issue, renew and void job-seeker cards.
    Card,
    /// Programmes and intakes.
    Programme,
    /// Companies, vacancies, fairs; at the gate to look for a name and to overrule.
    Fair,
    /// Give and show tickets at the gate of a fair.
    Gate,
    /// Hand out all that is held on one person.
    Export,
    /// Destroy a person's data.
    Erase,
    /// Officers, settings, number blocks.
    Manage,
    /// Back up and restore.
    Backup,
}

impl Right {
    /// All rights.
    pub const ALL: [Right; 13] = [
        Right::Look,
        Right::Unmask,
        Right::Register,
        Right::Bulk,
        Right::Merge,
        Right::Card,
        Right::Programme,
        Right::Fair,
        Right::Gate,
        Right::Export,
        Right::Erase,
        Right::Manage,
        Right::Backup,
    ];
}

impl Role {
    /// Whether an officer of this role may.
    pub fn may(self, right: Right) -> bool {
        use Right::{Backup, Bulk, Card, Export, Fair, Gate, Look, Merge, Programme, Register, Unmask};
        match self {
            Role::Administrator => true,
            Role::Registrar => matches!(right, Look | Unmask | Register | Bulk | Merge | Card | Gate | Export | Backup),
            Role::Training => matches!(right, Look | Unmask | Register | Bulk | Programme | Backup),
            Role::Fair => matches!(right, Look | Unmask | Register | Card | Fair | Gate | Backup),
            Role::Steward => matches!(right, Gate),
            Role::Head => matches!(right, Look | Unmask | Export | Backup),
            Role::Reader => matches!(right, Look),
        }
    }

    /// What an officer of this role may do, for the page to show or hide.
    pub fn rights(self) -> Vec<Right> {
        Right::ALL.into_iter().filter(|right| self.may(*right)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_only_looks_and_only_the_administrator_erases_or_manages() {
        assert_eq!(Role::Reader.rights(), [Right::Look]);
        for role in [Role::Registrar, Role::Training, Role::Fair, Role::Steward, Role::Head, Role::Reader] {
            assert!(!role.may(Right::Erase) && !role.may(Right::Manage), "{role}");
        }
        assert_eq!(Role::Steward.rights(), [Right::Gate]);
        assert_eq!(Role::Administrator.rights().len(), Right::ALL.len());
    }
}
