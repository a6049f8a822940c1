//! The dry run over a table: what becomes of each row, and why. Pure; the register is asked elsewhere.

use super::{
    cell::Sheet,
    date_column::{ColumnOrder, decide},
    headers::Target,
    table_finder::Table,
    twins::Seen,
    values::{Candidate, Columns, Reader, date},
    verdict::{Reason, Remark, Verdict},
};
use crate::{
    base::dates::{Order, Reading},
    people::{region_index::RegionIndex, region_resolve::Resolver},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the check has to be told.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// The day of the check.
    pub today: NaiveDate,
    /// The office's own regency by name, for files that name only village and district; may be empty.
    pub home: &'a str,
    /// What the clerk answered about the order of day and month.
    pub orders: DateOrders,
}

/// Answers to the questions about dates; none where the file decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DateOrders {
    /// For the birth dates.
    pub birth: Option<Order>,
    /// For the days of registration.
    pub registered: Option<Order>,
}

/// A column of dates and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DateColumn {
    /// Which dates.
    pub target: Target,
    /// What the column says about its order.
    pub found: ColumnOrder,
    /// By which order it is read now.
    pub used: Order,
    /// Whether a person still has to decide.
    pub asks: bool,
}

/// One row with what is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedRow {
    /// From 1 among the data rows; blank rows are no rows.
    pub row: u32,
    /// The row of the spreadsheet, from 1.
    pub sheet_row: u32,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Why, the heaviest first.
    pub reasons: Vec<Reason>,
    /// What is worth knowing all the same.
    pub remarks: Vec<Remark>,
    /// For a duplicate: the row above with the same person.
    pub same_as: Option<u32>,
    /// The person.
    pub candidate: Candidate,
}

/// How many rows have each verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Totals {
    /// All rows.
    pub rows: u32,
    /// Taken as they are.
    pub accept: u32,
    /// Taken when the clerk agrees.
    pub warn: u32,
    /// Not taken.
    pub reject: u32,
}

/// The whole file after the check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedFile {
    /// Every data row in its order.
    pub rows: Vec<CheckedRow>,
    /// How many of each.
    pub totals: Totals,
    /// The columns of dates.
    pub dates: Vec<DateColumn>,
}

/// Checks every row of a table whose columns hold these targets.
pub fn check(
    sheet: &Sheet,
    table: &Table,
    mapping: &[Target],
    regions: &RegionIndex,
    terms: &Terms<'_>,
) -> CheckedFile {
    let columns = Columns::of(mapping);
    let mut reader = Reader { columns, resolver: Resolver::new(regions), today: terms.today, home: terms.home };
    let births: Vec<_> = table.rows.iter().map(|place| reader.birth(&sheet.rows[*place])).collect();
    let birth = birth_column(sheet, table, &reader, &births, terms);
    let registered = registered_column(sheet, table, &reader, terms);
    let registered_order = registered.as_ref().map_or(Order::DayFirst, |column| column.used);
    let mut seen = Seen::default();
    let mut totals = Totals::default();
    let mut rows: Vec<CheckedRow> = Vec::with_capacity(table.rows.len());
    for ((row, place), (birth_place, reading)) in (1_u32..).zip(&table.rows).zip(births) {
        let (mut candidate, mut reasons, mut remarks) = reader.read(&sheet.rows[*place], registered_order);
        if candidate.birth_place.is_empty() {
            candidate.birth_place = birth_place;
        }
        let mut judge =
            Judge { candidate: &mut candidate, reasons: &mut reasons, remarks: &mut remarks, today: terms.today };
        judge.birth(reading, birth.as_ref());
        judge.against_nik(regions);
        let same_as = seen.earlier(&rows, &candidate, &reasons);
        if same_as.is_some() {
            reasons.push(Reason::DuplicateInFile);
        }
        reasons.sort_unstable();
        let verdict = Verdict::of(&reasons);
        totals.count(verdict);
        let sheet_row = u32::try_from(place + 1).unwrap_or(u32::MAX);
        rows.push(CheckedRow { row, sheet_row, verdict, reasons, remarks, same_as, candidate });
    }
    CheckedFile { rows, totals, dates: birth.into_iter().chain(registered).collect() }
}

impl Totals {
    fn count(&mut self, verdict: Verdict) {
        self.rows += 1;
        match verdict {
            Verdict::Accept => self.accept += 1,
            Verdict::Warn => self.warn += 1,
            Verdict::Reject => self.reject += 1,
        }
    }
}

fn column(target: Target, found: ColumnOrder, answered: Option<Order>) -> DateColumn {
    DateColumn { target, used: answered.unwrap_or(found.usual()), asks: answered.is_none() && found.asks(), found }
}

fn birth_column(
    sheet: &Sheet,
    table: &Table,
    reader: &Reader<'_>,
    births: &[(String, Option<Reading>)],
    terms: &Terms<'_>,
) -> Option<DateColumn> {
    let target = [Target::BirthOn, Target::BirthPlaceAndDate]
        .into_iter()
        .find(|target| reader.columns.column(*target).is_some())?;
    let readings = (1..).zip(births).zip(&table.rows).filter_map(|((row, (_, reading)), place)| {
        let reading = (*reading)?;
        Some((row, reading, vote(reading, reader, &sheet.rows[*place], terms.today)))
    });
    Some(column(target, decide(readings), terms.orders.birth))
}

/// The order by which a doubtful birth date fits the NIK of its row, when only one does.
fn vote(reading: Reading, reader: &Reader<'_>, row: &[super::cell::Cell], today: NaiveDate) -> Option<Order> {
    let Reading::Either { day_first, month_first } = reading else { return None };
    let (nik, _) = super::nik_cell::read(reader.columns.cell(row, Target::Nik)).ok()?;
    let dates = nik.decode(today).birth_candidates;
    match (dates.contains(&day_first), dates.contains(&month_first)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

fn registered_column(sheet: &Sheet, table: &Table, reader: &Reader<'_>, terms: &Terms<'_>) -> Option<DateColumn> {
    reader.columns.column(Target::RegisteredOn)?;
    let readings = (1..).zip(&table.rows).filter_map(|(row, place)| {
        let reading = date(reader.columns.cell(&sheet.rows[*place], Target::RegisteredOn), terms.today)?;
        Some((row, reading, only_past(reading, terms.today)))
    });
    Some(column(Target::RegisteredOn, decide(readings), terms.orders.registered))
}

/// Nobody has registered in the future: where only one reading is past, it has the vote.
fn only_past(reading: Reading, today: NaiveDate) -> Option<Order> {
    let Reading::Either { day_first, month_first } = reading else { return None };
    match (day_first <= today, month_first <= today) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Weighs one person's dates, sex and NIK against each other.
struct Judge<'a> {
    candidate: &'a mut Candidate,
    reasons: &'a mut Vec<Reason>,
    remarks: &'a mut Vec<Remark>,
    today: NaiveDate,
}

impl Judge<'_> {
    fn birth(&mut self, reading: Option<Reading>, column: Option<&DateColumn>) {
        let (Some(reading), Some(column)) = (reading, column) else { return };
        match reading.by(column.used).filter(|date| date.year() > 1900) {
            None => self.reasons.push(Reason::BirthDateUnreadable),
            Some(date) if date > self.today => self.reasons.push(Reason::BirthDateFuture),
            date => self.candidate.birth_on = date,
        }
        if column.asks && matches!(reading, Reading::Either { .. }) {
            self.reasons.push(Reason::BirthDateAmbiguous);
        }
    }

    fn against_nik(&mut self, regions: &RegionIndex) {
        let Some(nik) = self.candidate.nik else { return };
        let facts = nik.decode(self.today);
        let standing = regions.standing(&facts.region_code);
        let warnings = facts.compare(self.candidate.birth_on, self.candidate.sex, standing);
        self.reasons.extend(warnings.into_iter().map(Reason::from));
        let unread = |reason| self.reasons.contains(&reason);
        if self.candidate.birth_on.is_none() && !unread(Reason::BirthDateFuture) && !unread(Reason::BirthDateUnreadable)
        {
            self.candidate.birth_on = facts.likely_birth(None, self.today);
            self.remarks.push(Remark::BirthDateFromNik);
        }
        if self.candidate.sex.is_none() {
            self.candidate.sex = Some(facts.sex);
            self.remarks.push(Remark::SexFromNik);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{columns::guess, made_up::workbook, table_finder::best_table};
    use super::*;
    use crate::base::word::Word;

    const SAMPLE: &[u8] = include_bytes!("../../../../../tests/fixtures/pendaftar-office-1500.xlsx");
    const TRUTH: &str = include_str!("../../../../../tests/fixtures/pendaftar-office-1500.truth.csv");

    #[test]
    fn every_row_of_the_sample_becomes_what_the_truth_file_says() {
        let today = "2026-11-24".parse().unwrap();
        let sheets = workbook(SAMPLE);
        let (place, table) = best_table(&sheets).unwrap();
        assert_eq!((sheets[place].name.as_str(), table.header_row), ("PENDAFTAR 2026", 4));
        let mapping: Vec<_> = guess(&sheets[place], &table, today).iter().map(|guess| guess.target).collect();
        let codes: Vec<_> = mapping.iter().map(|target| target.code()).collect();
        assert_eq!(
            codes.join(" "),
            "number full-name nik birth-place birth-on sex education major address village district regency phone programme \
             employment disability registered-on"
        );
        let terms = Terms { today, home: "", orders: DateOrders::default() };
        let checked = check(&sheets[place], &table, &mapping, RegionIndex::shared(), &terms);
        let lines = checked.rows.iter().map(|row| {
            let reasons: Vec<_> = row.reasons.iter().map(|reason| reason.code()).collect();
            format!("{},{},{}", row.row, row.verdict, reasons.join(";"))
        });
        let wrong: Vec<_> = lines.zip(TRUTH.lines().skip(1)).filter(|(line, truth)| line != truth).collect();
        assert_eq!(wrong, []);
        assert_eq!(checked.totals, Totals { rows: 1500, accept: 1270, warn: 69, reject: 161 });
        assert!(checked.dates.iter().all(|column| column.found == ColumnOrder::DayFirst && !column.asks));
        let last = checked.rows.last().unwrap();
        assert_eq!((last.sheet_row, last.candidate.full_name.as_str()), (1508, "Fajar Hasibuan"));
    }
}
