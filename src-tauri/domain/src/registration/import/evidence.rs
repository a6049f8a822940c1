//! What the cells of a column say about themselves, for columns whose header says little or nothing.

use super::{
    cell::{Cell, Sheet, at},
    headers::Target,
    table_finder::Table,
};
use crate::{
    base::{dates, phone, sex::Sex, word::Word},
    people::{
        education::Education,
        particulars::{Employment, Marital, Religion},
    },
};
use chrono::{Datelike, NaiveDate};

/// As many rows are looked at.
const LOOKED_AT: usize = 200;

/// How many filled cells of a column look like each target, in percent.
pub(super) struct Evidence {
    filled: usize,
    share: Vec<u8>,
    latest_year: i32,
    /// Whether the cells are different words: a name is rarely twice the same.
    varied: bool,
}

impl Evidence {
    /// Looks at a column of the table.
    pub(super) fn of(sheet: &Sheet, table: &Table, column: usize, today: NaiveDate) -> Self {
        let mut counts = vec![0; Target::ALL.len()];
        let (mut filled, mut years, mut seen) = (0, Vec::new(), std::collections::HashSet::new());
        for row in table.rows.iter().take(LOOKED_AT) {
            let cell = at(&sheet.rows[*row], column);
            if cell.is_blank() {
                continue;
            }
            filled += 1;
            let text = cell.text();
            looks_like(cell, &text, today, |target| counts[target as usize] += 1);
            years.extend(day(cell, &text, today).map(|day| day.year()));
            seen.insert(text.to_lowercase());
        }
        years.sort_unstable();
        let share = counts.iter().map(|count| u8::try_from(count * 100 / filled.max(1)).unwrap_or(100)).collect();
        Self { filled, share, latest_year: years.last().copied().unwrap_or(0), varied: seen.len() * 3 > filled * 2 }
    }

    /// The share of filled cells that look like the target, or `None` where cells have no look of their own.
    pub(super) fn share(&self, target: Target) -> Option<u8> {
        use Target::{
            BirthOn, Education, Email, Employment, KkNumber, Marital, Nik, Phone, RegisteredOn, Religion, Sex,
        };
        let has_look = matches!(
            target,
            Nik | KkNumber | BirthOn | RegisteredOn | Sex | Phone | Email | Education | Religion | Marital | Employment
        );
        (has_look && self.filled > 0).then(|| self.share[target as usize])
    }

    /// The target that the cells alone suggest, with confidence.
    pub(super) fn suggests(&self, today: NaiveDate) -> Option<(Target, u8)> {
        const CLEAR: [Target; 9] = [
            Target::Nik,
            Target::Email,
            Target::Sex,
            Target::BirthOn,
            Target::Phone,
            Target::Religion,
            Target::Education,
            Target::Marital,
            Target::Employment,
        ];
        if self.filled == 0 {
            return None;
        }
        let found = CLEAR.into_iter().find(|target| self.share[*target as usize] >= 80);
        match found {
            Some(Target::BirthOn) if self.latest_year > today.year() - 10 => Some((Target::RegisteredOn, 50)),
            Some(target) => Some((target, 55)),
            None if self.varied && self.share[Target::FullName as usize] >= 80 => Some((Target::FullName, 40)),
            None => None,
        }
    }
}

fn day(cell: &Cell, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match cell {
        Cell::Date(at) => Some(at.date()),
        Cell::Text(_) => dates::read(text, today)
            .by(dates::Order::DayFirst)
            .or_else(|| dates::read(text, today).by(dates::Order::MonthFirst)),
        _ => None,
    }
}

fn looks_like(cell: &Cell, text: &str, today: NaiveDate, mut found: impl FnMut(Target)) {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let sixteen = match cell {
        Cell::Number(number) => (1e14..1e17).contains(number),
        _ => (15..=17).contains(&digits) && letters == 0,
    };
    if sixteen {
        found(Target::Nik);
        found(Target::KkNumber);
    }
    if day(cell, text, today).is_some() {
        found(Target::BirthOn);
        found(Target::RegisteredOn);
        return;
    }
    if !sixteen && digits >= 9 && phone::read(text).is_some() {
        found(Target::Phone);
    }
    if text.contains('@') && text.contains('.') {
        found(Target::Email);
    }
    let words: [(Target, bool); 5] = [
        (Target::Sex, text.len() <= 12 && digits == 0 && Sex::read(text).is_some()),
        (Target::Education, text.len() <= 30 && Education::read(text).is_some()),
        (Target::Religion, Religion::read(text).is_some()),
        (Target::Marital, Marital::read(text).is_some()),
        (Target::Employment, Employment::read(text).is_some()),
    ];
    words.into_iter().filter(|(_, looks)| *looks).for_each(|(target, _)| found(target));
    if digits == 0 && letters >= 3 && text.len() <= 60 {
        found(Target::FullName);
    }
}
