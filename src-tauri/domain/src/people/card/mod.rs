//! The job-seeker card (*kartu AK/I*, "kartu kuning"): issued, reported on, renewed, handed back or voided.
//! What a card is today is never stored: it follows from its dates and reports ([`status`]).

pub mod dates;
pub mod end;
pub mod erase;
pub mod event;
pub mod issue;
pub mod list;
pub mod needs;
#[cfg(test)]
mod number_tests;
pub mod renew;
pub mod report;
pub mod sheet;
pub mod status;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod wording;

pub use event::SeekerEvent;
pub use report::CardReport;
pub use status::CardStatus;

use super::person::Person;
use crate::{base::id::Id, office::Officer};
use chrono::NaiveDate;

words! {
    /// What the job seeker does at the time of the card (*status pencari kerja*).
    pub enum SeekerStatus {
        /// *Menganggur*.
        Unemployed = "MENGANGGUR",
        /// *Bekerja*, wishes to change.
        Employed = "BEKERJA_INGIN_PINDAH",
        /// *Baru lulus*.
        Graduate = "BARU_LULUS",
        /// *Pemutusan hubungan kerja*.
        Dismissed = "PHK",
    }
    /// How far a placement reaches (*jenis antar kerja*); as a wish, the farthest one accepted.
    pub enum PlacementScope {
        /// *Antar Kerja Lokal*: within the province.
        Local = "AKL",
        /// *Antar Kerja Antar Daerah*: between provinces.
        Interregional = "AKAD",
        /// *Antar Kerja Antar Negara*: abroad.
        Abroad = "AKAN",
    }
    /// Why a card no longer counts (*alasan batal atau penghapusan*).
    pub enum VoidReason {
        /// *Salah cetak atau salah data*.
        Misprint = "SALAH_DATA",
        /// *Kartu ganda*.
        Double = "GANDA",
        /// *Mengundurkan diri*.
        Withdrawn = "MENGUNDURKAN_DIRI",
        /// *Tidak melapor*.
        Unreported = "TIDAK_LAPOR",
        /// *Meninggal dunia*.
        Deceased = "MENINGGAL",
        /// Another reason, in words.
        Other = "LAINNYA",
    }
}

table! {
    /// One card. A renewal is a card of its own that names the one before.
    pub struct Card = 16 "card" {
        /// Whose.
        1 A person_id: Id<Person>,
        /// *Nomor pendaftaran pencari kerja*; once given, never given again.
        2 B number: String,
        /// How often a card of this number was renewed; 0: the first.
        3 A renewal: i64,
        /// *Tanggal terbit*.
        4 B issued_on: NaiveDate,
        /// *Berlaku sampai*, that day included.
        5 B valid_until: NaiveDate,
        /// Months between two reports, by the rule at issue.
        6 A report_months: i64,
        /// How many reports, by the rule at issue.
        7 A report_count: i64,
        /// What the person did at the time.
        8 A seeker_status: Option<SeekerStatus>,
        /// *Jabatan yang diinginkan*.
        9 A desired_job: Option<String>,
        /// *Upah yang diinginkan*, rupiah a month.
        10 A desired_wage: Option<i64>,
        /// How far the person is willing to go.
        11 A placement_scope: Option<PlacementScope>,
        /// Who issued it and signs.
        12 A officer_id: Option<Id<Officer>>,
        /// The card that this one renews.
        13 A renewed_from: Option<Id<Card>>,
        /// First working day of the placement that ended the search.
        14 B placed_on: Option<NaiveDate>,
        /// *Diterima di*.
        15 A employer: Option<String>,
        /// The day the card came back.
        16 A returned_on: Option<NaiveDate>,
        /// No longer counts since.
        17 B voided_on: Option<NaiveDate>,
        /// Why.
        18 A void_reason: Option<VoidReason>,
        /// Why, in words.
        19 A void_note: Option<String>,
    }
}

refusals! {
    "card" =>
    /// What keeps a card from being issued, reported on, renewed, placed or voided.
    CardRefusal {
        /// The person has no NIK yet.
        NikMissing => "nik_missing",
        /// No birth date.
        BirthMissing => "birth_missing",
        /// Sex is not known.
        SexMissing => "sex_missing",
        /// No address.
        AddressMissing => "address_missing",
        /// Below working age.
        TooYoung { age, min } => "too_young",
        /// The person is another row now.
        Merged => "merged",
        /// A card is still valid: it can be renewed near its end.
        StillValid { number, until } => "still_valid",
        /// The day lies ahead.
        DayAhead => "day_ahead",
        /// The day lies before the card was issued.
        DayBeforeIssue { issued } => "day_before_issue",
        /// A wage below nothing.
        WageForm => "wage_form",
        /// The card is gone.
        NotFound => "not_found",
        /// The card was voided.
        Voided { number } => "voided",
        /// The person was placed with this card.
        Placed { number } => "placed",
        /// The card was renewed; the newer one counts.
        Renewed { number } => "renewed",
        /// The card ran out; it can be renewed.
        Expired { until } => "expired",
        /// Renewal is possible from a day on.
        RenewEarly { from } => "renew_early",
        /// All reports are made.
        ReportsDone => "reports_done",
        /// That report is made already.
        ReportDone { slot } => "report_done",
        /// The card has no such report.
        ReportUnknown { slot } => "report_unknown",
        /// The next report's span has not begun.
        ReportEarly { from } => "report_early",
        /// The reason must be told in words.
        ReasonMissing => "reason_missing",
    }
}
