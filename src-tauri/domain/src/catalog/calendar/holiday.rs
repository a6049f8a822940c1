//! Days off (*hari libur*): national holidays, joint leave, days of the region.

use super::store;
use crate::{
    base::{id::Id, text::filled},
    office::setting::Setting,
    store::{Result, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most days of one entry: longer than any row of holidays, shorter than a slip of the year.
const DAYS_MOST: i64 = 31;

words! {
    /// What makes a day one off.
    pub enum HolidayKind {
        /// National holiday.
        National = "LIBUR",
        /// Joint leave (*cuti bersama*).
        JointLeave = "CUTI_BERSAMA",
        /// Of the region or the centre.
        Local = "LOKAL",
    }
}

table! {
    /// A day off (*hari libur*).
    pub struct Holiday = 42 "holiday" {
        /// Which day.
        1 A day_on: NaiveDate,
        /// What is kept.
        2 A name: String,
        /// National, joint leave or local.
        3 A kind: HolidayKind,
        /// Whether training is held all the same in this centre; `None`: as on all days of the kind.
        4 A held: Option<bool>,
        /// The decree (*SKB*) or letter.
        5 A decree: Option<String>,
        /// The day is not certain yet: it hangs on the moon or on a decree to come.
        6 A estimated: bool,
        /// Taken back since.
        7 A retired_at: Option<DateTime<Utc>>,
    }
}

/// The setting that says whether this centre trains on joint leave: `yes` or `no`.
const JOINT_LEAVE: &str = "calendar.joint_leave_held";

/// A holiday with what this centre does on it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct KeptHoliday {
    /// The holiday.
    pub holiday: Holiday,
    /// Training is held all the same.
    pub held: bool,
}

/// Whether training is held on a holiday: as was said of the day itself, else on joint leave as the setting in force on
/// that day says, else not.
pub fn held(holiday: &Holiday, settings: &[Setting]) -> bool {
    let usual = || {
        let in_force = |setting: &&Setting| {
            setting.key == JOINT_LEAVE
                && setting.valid_from <= holiday.day_on
                && setting.valid_to.is_none_or(|to| holiday.day_on <= to)
        };
        let latest = settings.iter().filter(in_force).max_by_key(|setting| setting.valid_from);
        holiday.kind == HolidayKind::JointLeave && latest.is_some_and(|setting| setting.value == "yes")
    };
    holiday.held.unwrap_or_else(usual)
}

/// A holiday to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct HolidayDraft {
    /// `None`: a new one.
    pub id: Option<Id<Holiday>>,
    /// Which day.
    pub day_on: NaiveDate,
    /// The last of several days, each of which becomes a holiday; only for new ones.
    pub until_on: Option<NaiveDate>,
    /// What is kept.
    pub name: String,
    /// National, joint leave or local.
    pub kind: HolidayKind,
    /// Whether training is held all the same; `None`: as on all days of the kind.
    pub held: Option<bool>,
    /// The decree or letter.
    pub decree: Option<String>,
    /// The day is not certain yet.
    pub estimated: bool,
}

refusals! {
    "holiday" =>
    /// What keeps a holiday from being saved.
    HolidayRefusal {
        /// No such holiday.
        Unknown => "unknown",
        /// No name.
        NameMissing => "name_missing",
        /// It would end before it begins.
        DatesReversed => "dates_reversed",
        /// More days than one entry takes.
        TooLong { most } => "too_long",
        /// This day has a holiday of this name already.
        Known { name, day } => "known",
    }
}

/// Saves a holiday, or one for each of several days. Answers the first and the last day. Refuses `holiday.unknown`,
/// `holiday.name_missing`, `holiday.dates_reversed`, `holiday.too_long`, `holiday.known`.
pub async fn save(work: &mut Work, draft: HolidayDraft) -> Result<(NaiveDate, NaiveDate)> {
    let name = filled(&draft.name).ok_or(HolidayRefusal::NameMissing)?;
    let first = draft.day_on;
    let last = draft.until_on.filter(|_| draft.id.is_none()).unwrap_or(first);
    if last < first {
        return Err(HolidayRefusal::DatesReversed.into());
    }
    if (last - first).num_days() >= DAYS_MOST {
        return Err(HolidayRefusal::TooLong { most: DAYS_MOST.to_string() }.into());
    }
    if let Some(id) = draft.id {
        work.get(id).await?.ok_or(HolidayRefusal::Unknown)?;
    }
    let known = store::holidays(work.reads()).await?;
    for day_on in first.iter_days().take_while(|day| *day <= last) {
        let same = |other: &&Holiday| {
            other.day_on == day_on && Some(other.id) != draft.id && other.name.to_lowercase() == name.to_lowercase()
        };
        if let Some(other) = known.iter().find(same) {
            let day = day_on.format("%d-%m-%Y").to_string();
            return Err(HolidayRefusal::Known { name: other.name.clone(), day }.into());
        }
        let holiday = Holiday {
            id: draft.id.unwrap_or_else(|| work.id()),
            day_on,
            name: name.clone(),
            kind: draft.kind,
            held: draft.held,
            decree: draft.decree.as_deref().and_then(filled),
            estimated: draft.estimated,
            retired_at: None,
        };
        work.put(&holiday).await?;
        work.about(holiday.id).await?;
    }
    Ok((first, last))
}

/// Takes a holiday back: the day is one like any other again. Refuses `holiday.unknown`.
pub async fn retire(work: &mut Work, id: Id<Holiday>) -> Result<()> {
    let mut holiday = work.get(id).await?.ok_or(HolidayRefusal::Unknown)?;
    holiday.retired_at = Some(work.at());
    work.put(&holiday).await?;
    work.about(id).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::calendar,
        office::setting::{self, SettingChange},
        store::{
            Error,
            testing::{an_office, begin},
        },
    };

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn a_draft(name: &str, day: &str, kind: HolidayKind) -> HolidayDraft {
        let day_on = on(day);
        HolidayDraft {
            id: None,
            day_on,
            until_on: None,
            name: name.into(),
            kind,
            held: None,
            decree: None,
            estimated: false,
        }
    }

    #[tokio::test]
    async fn joint_leave_follows_the_setting_in_force_on_its_day_unless_the_day_says_otherwise() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "holiday_save").await;
        for day in ["2026-12-24", "2027-02-05"] {
            save(&mut work, a_draft("Cuti bersama", day, HolidayKind::JointLeave)).await.expect("saved");
        }
        let one = HolidayDraft { held: Some(false), ..a_draft("Cuti bersama", "2027-03-09", HolidayKind::JointLeave) };
        save(&mut work, one).await.expect("saved");
        save(&mut work, a_draft("Tahun baru", "2027-01-01", HolidayKind::National)).await.expect("saved");
        let change =
            SettingChange { key: JOINT_LEAVE.into(), value: "yes".into(), valid_from: on("2027-01-01"), source: None };
        setting::change(&mut work, change).await.expect("changed");
        let calendar = calendar::load(work.reads()).await.expect("loaded");
        let held: Vec<bool> = calendar.holidays(on("2026-01-01"), on("2027-12-31")).map(|kept| kept.held).collect();
        assert_eq!(held, [false, false, true, false], "before the setting, national, after it, said of the day");
    }

    #[tokio::test]
    async fn several_days_become_a_holiday_each_and_a_day_taken_back_is_one_like_any_other() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "holiday_save").await;
        let draft = HolidayDraft {
            until_on: Some(on("2027-04-16")),
            ..a_draft(" Galungan ", "2027-04-14", HolidayKind::Local)
        };
        let span = save(&mut work, draft.clone()).await.expect("saved");
        assert_eq!(span, (on("2027-04-14"), on("2027-04-16")));
        let again = save(&mut work, a_draft("GALUNGAN", "2027-04-15", HolidayKind::Local)).await.expect_err("refused");
        assert!(matches!(again, Error::Refused(refusal)
            if refusal.code == "known" && refusal.params["day"] == "15-04-2027"));
        let all = store::holidays(work.reads()).await.expect("holidays");
        retire(&mut work, all[1].id).await.expect("taken back");
        let calendar = calendar::load(work.reads()).await.expect("loaded");
        let days = ["2027-04-14", "2027-04-15", "2027-04-16"].map(|day| calendar.day_off(on(day)).is_some());
        assert_eq!(days, [true, false, true]);
    }

    #[tokio::test]
    async fn a_span_that_ends_before_it_begins_or_never_ends_is_refused() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "holiday_save").await;
        for (until, code) in [("2027-04-13", "dates_reversed"), ("2028-04-14", "too_long")] {
            let draft =
                HolidayDraft { until_on: Some(on(until)), ..a_draft("Libur", "2027-04-14", HolidayKind::Local) };
            let error = save(&mut work, draft).await.expect_err("refused");
            assert!(matches!(error, Error::Refused(refusal) if refusal.code == code));
        }
    }
}
