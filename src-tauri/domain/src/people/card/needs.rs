//! What a person must have before a card can be issued.

use super::CardRefusal;
use crate::{base::dates::age_on, people::person::Person};
use chrono::NaiveDate;

/// All that is missing on a day, the heaviest first; empty when a card can be issued.
pub fn needs(person: &Person, on: NaiveDate, age_min: i64) -> Vec<CardRefusal> {
    let mut needs = Vec::new();
    if person.nik.is_none() {
        needs.push(CardRefusal::NikMissing);
    }
    match person.birth_on {
        None => needs.push(CardRefusal::BirthMissing),
        Some(birth) if i64::from(age_on(birth, on)) < age_min => {
            let (age, min) = (age_on(birth, on).to_string(), age_min.to_string());
            needs.push(CardRefusal::TooYoung { age, min });
        }
        Some(_) => {}
    }
    if person.sex.is_none() {
        needs.push(CardRefusal::SexMissing);
    }
    if [&person.address, &person.village_code, &person.village_name].into_iter().all(Option::is_none) {
        needs.push(CardRefusal::AddressMissing);
    }
    needs
}
