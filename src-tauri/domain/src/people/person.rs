//! A person (*orang*): job seeker, applicant, trainee, visitor; one row for one human being.

use super::{
    education::Education,
    particulars::{Employment, Marital, Religion},
};
use crate::{base::sex::Sex, store::Value};
use chrono::{DateTime, NaiveDate, Utc};

words! {
    /// How far the NIK was checked (*status verifikasi NIK*). Offline, no one may claim more than its form.
    pub enum NikStatus {
        /// Only the form is right.
        Unseen = "BELUM",
        /// The KTP-el was seen.
        CardSeen = "DILIHAT_KTP",
        /// Dukcapil confirmed it.
        Confirmed = "DIVERIFIKASI_DUKCAPIL",
    }
    /// On what ground the office keeps the data (UU 27/2022 Ps 20).
    pub enum LegalBasis {
        /// *Pelayanan publik*.
        PublicTask = "PUBLIC_TASK",
        /// *Persetujuan*.
        Consent = "CONSENT",
        /// *Kewajiban hukum*.
        LegalDuty = "LEGAL_DUTY",
        /// *Perjanjian*.
        Contract = "CONTRACT",
    }
}

table! {
    /// One human being (*orang*). Class B fields are settled by a person when two offices differ.
    pub struct Person = 10 "person" search search_text {
        /// The name as on the identity card, without titles.
        1 B full_name: String,
        /// Titles before the name.
        2 A title_front: Option<String>,
        /// Titles after the name.
        3 A title_back: Option<String>,
        /// 16 digits (*Nomor Induk Kependudukan*); some people have none yet.
        4 B nik: Option<String>,
        /// Why a warning of the NIK was accepted.
        5 A nik_note: Option<String>,
        /// How far the NIK was checked.
        6 A nik_status: NikStatus,
        /// Family card (*Nomor KK*); changes with the family.
        7 A kk_number: Option<String>,
        /// Birth place as on the card.
        8 A birth_place: Option<String>,
        /// Birth date.
        9 B birth_on: Option<NaiveDate>,
        /// Sex as on the card.
        10 B sex: Option<Sex>,
        /// Religion, only because the AK/I card prints it.
        11 A religion: Option<Religion>,
        /// Marital status.
        12 A marital: Option<Marital>,
        /// Street or hamlet (*alamat*).
        13 A address: Option<String>,
        /// *Rukun tetangga*.
        14 A rt: Option<String>,
        /// *Rukun warga*.
        15 A rw: Option<String>,
        /// Kemendagri code of the village.
        16 A village_code: Option<String>,
        /// The village in words when it is not in the list.
        17 A village_name: Option<String>,
        /// Kemendagri code of the district, also when the village is not in the list.
        18 A district_code: Option<String>,
        /// Kemendagri code of the regency or city.
        19 A regency_code: Option<String>,
        /// Postcode.
        20 A postcode: Option<String>,
        /// Phone as `+628…`.
        21 A phone: Option<String>,
        /// A second phone.
        22 A phone_other: Option<String>,
        /// E-mail.
        23 A email: Option<String>,
        /// Last education (*pendidikan terakhir*).
        24 B education: Option<Education>,
        /// Its field (*jurusan*).
        25 A major: Option<String>,
        /// The school.
        26 A school: Option<String>,
        /// Year of graduation.
        27 A graduation_year: Option<i64>,
        /// Employment status.
        28 A employment: Option<Employment>,
        /// Kinds of disability, codes separated by commas (UU 8/2016 Ps 4).
        29 A disability: Option<String>,
        /// What the person needs (*akomodasi yang layak*).
        30 A accommodation: Option<String>,
        /// Guardian (*wali*) under 18.
        31 A guardian_name: Option<String>,
        /// Relation of the guardian.
        32 A guardian_relation: Option<String>,
        /// The guardian's phone.
        33 A guardian_phone: Option<String>,
        /// The day of the guardian's consent.
        34 A guardian_consent_on: Option<NaiveDate>,
        /// Ground for keeping the data.
        35 A legal_basis: LegalBasis,
        /// Version of the notice that was shown.
        36 A notice_version: Option<String>,
        /// When it was shown.
        37 A notice_at: Option<DateTime<Utc>>,
        /// Account in SIAPkerja.
        38 A siapkerja_id: Option<String>,
        /// The photo, by the hash of its bytes.
        39 A photo_hash: Option<String>,
        /// A remark.
        40 A note: Option<String>,
        /// Processing is restricted since (UU 27/2022 Ps 11).
        41 A restricted_at: Option<DateTime<Utc>>,
        /// Another row is this same person.
        42 B merged_into: Option<crate::base::id::Id<Person>>,
        /// Personal data was destroyed.
        43 B erased_at: Option<DateTime<Utc>>,
        /// Taken out of the lists.
        44 A retired_at: Option<DateTime<Utc>>,
        /// The day the row was made.
        45 A created_on: NaiveDate,
    }
}

/// The words by which a person is found: folded names, then nothing else; numbers have indexes of their own.
fn search_text(values: &[Value]) -> String {
    match values.first() {
        Some(Value::Text(name)) => super::name::fold(name),
        _ => String::new(),
    }
}
