//! Dated settings: what a regulation fixes is data with a first day, a last day and a source, never a constant.

use crate::store::{Result, SqliteConnection, Work};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

table! {
    /// One value for one span of days.
    pub struct Setting = 3 "setting" {
        /// Its name, such as `ak1.validity_months`.
        1 A key: String,
        /// Its value.
        2 A value: String,
        /// First day in force.
        3 A valid_from: NaiveDate,
        /// Last day in force.
        4 A valid_to: Option<NaiveDate>,
        /// The law or the decision.
        5 A source: Option<String>,
    }
}

/// The values at first run: key, value, source. The law changes often: each can be followed by another value.
pub const SEED: &[(&str, &str, &str)] = &[
    ("ak1.validity_months", "24", "Permenaker 39/2016; tetap dipakai menurut layanan 2025"),
    ("ak1.report_months", "6", "Permenaker 39/2016"),
    ("ak1.report_count", "4", "Permenaker 39/2016; kartu lain mencetak 3 kotak"),
    ("ak1.renewal", "same_number", "praktik berbeda antarkantor"),
    ("ak1.renewal_days", "30", "kantor: hari sebelum habis berlaku"),
    ("ak1.age_min", "15", "UU 13/2003: usia kerja"),
    ("ak1.number", "{kab4}/{urut:5}/{bulan_romawi}/{tahun}", "tidak ada format nasional"),
    ("ak1.number_scope", "year", "tidak ada format nasional"),
    ("ak1.print_religion", "yes", "urutan pada kartu AK/I"),
    ("registration.number", "P-{kab4}-{tahun}-{urut:5}", "kantor"),
    ("registration.number_scope", "year", "kantor"),
    ("package.seats", "16", "lazim: 1 paket 16 peserta"),
    ("package.reserves", "2", "lazim"),
    ("alumni.cooldown_months", "12", "lazim 1–2 tahun"),
    ("load.day_warn", "8", "kesepakatan tim penilai nasional instruktur"),
    ("load.day_block", "10", "kesepakatan tim penilai nasional instruktur"),
    ("load.week_warn", "40", "kesepakatan tim penilai nasional instruktur"),
    ("load.week_block", "53", "kesepakatan tim penilai nasional instruktur"),
    ("load.month_warn", "212", "kesepakatan tim penilai nasional instruktur"),
    ("load.month_block", "242", "kesepakatan tim penilai nasional instruktur"),
    ("competence.warn_days", "90", "kantor: hari sebelum sertifikat habis berlaku"),
    ("calendar.joint_leave_held", "no", "kantor: SKB 3 Menteri membolehkan layanan tetap berjalan"),
    ("ktp.age_min", "17", "UU 24/2013: wajib KTP-el sejak 17 tahun atau kawin"),
    ("person.legal_basis", "PUBLIC_TASK", "UU 27/2022 Ps 20"),
    ("privacy.notice_version", "2026-1", "UU 27/2022 Ps 21"),
    ("lock.minutes", "10", "kantor"),
    ("lock.counter_minutes", "30", "kantor"),
];

/// The first day of the seeded values.
const SEED_FROM: &str = "2016-01-01";

/// A change of a setting from a day on.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SettingChange {
    /// Its name.
    pub key: String,
    /// The new value.
    pub value: String,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// The law or the decision.
    pub source: Option<String>,
}

/// Stores the seeded values.
pub(super) async fn seed(work: &mut Work) -> Result<()> {
    let valid_from = SEED_FROM.parse().unwrap_or_default();
    for (key, value, source) in SEED {
        let setting = Setting {
            id: work.id(),
            key: (*key).to_owned(),
            value: (*value).to_owned(),
            valid_from,
            valid_to: None,
            source: Some((*source).to_owned()),
        };
        work.put_new(&setting).await?;
    }
    Ok(())
}

/// The text in force on a day, else the seeded one.
pub async fn text(connection: &mut SqliteConnection, key: &str, on: NaiveDate) -> Result<String> {
    let stored = super::store::setting(connection, key, on).await?;
    let seeded = || SEED.iter().find(|(name, ..)| *name == key).map_or("", |(_, value, _)| value).to_owned();
    Ok(stored.unwrap_or_else(seeded))
}

/// The whole number in force on a day, else the seeded one, else 0.
pub async fn number(connection: &mut SqliteConnection, key: &str, on: NaiveDate) -> Result<i64> {
    Ok(text(connection, key, on).await?.parse().unwrap_or(0))
}

/// All values, by key and first day.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<Setting>> {
    super::store::settings(connection).await
}

/// From a day on, another value; what was in force before ends the day before.
pub async fn change(work: &mut Work, change: SettingChange) -> Result<()> {
    for mut setting in super::store::settings(work.reads()).await? {
        if setting.key != change.key || setting.valid_to.is_some_and(|to| to < change.valid_from) {
            continue;
        }
        if setting.valid_from >= change.valid_from {
            work.remove(&setting).await?;
        } else {
            setting.valid_to = change.valid_from.pred_opt();
            work.put(&setting).await?;
        }
    }
    let SettingChange { key, value, valid_from, source } = change;
    let id = work.id();
    work.put_new(&Setting { id, key, value, valid_from, valid_to: None, source }).await
}
