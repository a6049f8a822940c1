//! The office whose desk this is.

use crate::base::{text::tidy, zone::Zone};

words! {
    /// What kind of office (*jenis kantor*).
    pub enum OfficeKind {
        /// *Dinas Tenaga Kerja* of a regency or city.
        LabourOffice = "DISNAKER",
        /// *UPTD Balai Latihan Kerja*.
        TrainingCentre = "BLK",
    }
}

table! {
    /// The office (*kantor*): one row, made at first run.
    pub struct Office = 1 "office" {
        /// Its name, as officers call it.
        1 A name: String,
        /// What kind of office it is.
        2 A kind: OfficeKind,
        /// Kemendagri code of its regency or city, `32.16`.
        3 A regency_code: String,
        /// Its time zone.
        4 A zone: Zone,
        /// First line of the letterhead (*kop surat*): the regional government.
        5 A letterhead_1: String,
        /// Second line: the agency.
        6 A letterhead_2: String,
        /// Third line: the centre, if any.
        7 A letterhead_3: String,
        /// Address for the letterhead.
        8 A address: String,
        /// Telephone.
        9 A phone: Option<String>,
        /// E-mail.
        10 A email: Option<String>,
        /// Name of the head (*kepala*), who signs.
        11 A head_name: Option<String>,
        /// The head's NIP.
        12 A head_nip: Option<String>,
        /// The head's title under the signature.
        13 A head_title: Option<String>,
    }
}

refusals! {
    "office" =>
    /// What keeps an office from being set up or changed.
    OfficeRefusal {
        /// No name.
        NameMissing => "name_missing",
        /// No such regency or city.
        RegencyUnknown { code } => "regency_unknown",
    }
}

impl Office {
    /// The office with its texts cleaned, or what is wrong with it. `known` tells whether a region code exists.
    pub fn checked(mut self, known: impl Fn(&str) -> bool) -> Result<Office, OfficeRefusal> {
        self.name = tidy(&self.name);
        if self.name.is_empty() {
            return Err(OfficeRefusal::NameMissing);
        }
        if self.regency_code.len() != 5 || !known(&self.regency_code) {
            return Err(OfficeRefusal::RegencyUnknown { code: self.regency_code });
        }
        Ok(self)
    }
}
