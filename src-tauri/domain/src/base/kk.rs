//! The family card number (*nomor Kartu Keluarga*): sixteen digits, region, date of recording, family serial.
//!
//! It changes when a family moves, splits or gets a new head, so it is never a key.

use super::nik::{Nik, NikError, date, sixteen_digits};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ts_rs::TS;

/// A family card number. `Debug` shows the last four digits only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Kk(Nik);

/// Why a text is no family card number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KkError {
    /// Nothing was written.
    #[error("no family card number")]
    Missing,
    /// Digits, but not sixteen of them.
    #[error("{got} digits instead of 16")]
    Length {
        /// How many digits there are.
        got: usize,
    },
    /// A letter, a sign or a digit of another script.
    #[error("not all characters are digits 0-9")]
    NotDigits,
    /// The date of recording is no date.
    #[error("the date of recording is no date")]
    Date,
}

impl KkError {
    /// The fixed code, the same in the import's reasons.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "kk-missing",
            Self::Length { .. } => "kk-length",
            Self::NotDigits => "kk-not-digits",
            Self::Date => "kk-date",
        }
    }
}

impl Kk {
    /// Reads a typed or imported number; separators do not count.
    pub fn parse(text: &str) -> Result<Self, KkError> {
        let digits = sixteen_digits(text).map_err(|error| match error {
            NikError::Missing => KkError::Missing,
            NikError::Length { got } => KkError::Length { got },
            _ => KkError::NotDigits,
        })?;
        let part = |from: usize| digits.expose()[from..from + 2].parse::<u16>().unwrap_or_default();
        // Cards are recorded in this century or, rarely, late in the last one; the day has no 40 added.
        let (day, month, year) = (part(6), part(8), i32::from(part(10)));
        [2000, 1900]
            .into_iter()
            .find_map(|century| date(century + year, month, day))
            .map(|_| Self(digits))
            .ok_or(KkError::Date)
    }

    /// Takes exactly sixteen digits on trust: what the file holds.
    pub fn restore(digits: &str) -> Option<Self> {
        Nik::restore(digits).map(Self)
    }

    /// The number itself.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// What lists show: `3216••••••••0001`.
    pub fn masked(&self) -> String {
        self.0.masked()
    }
}

impl std::fmt::Debug for Kk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Kk {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Kk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_card_number_has_a_plain_date_of_recording() {
        assert_eq!(Kk::parse("3216 0112 0506 0003").unwrap().expose(), "3216011205060003");
        assert_eq!(Kk::parse("3216015205060003"), Err(KkError::Date));
        assert_eq!(Kk::parse("3216013113060003"), Err(KkError::Date));
        assert_eq!(Kk::parse("321601120506"), Err(KkError::Length { got: 12 }));
        assert_eq!(Kk::parse("-"), Err(KkError::Missing));
        assert_eq!(Kk::parse("KK hilang"), Err(KkError::NotDigits));
    }

    #[test]
    fn a_family_card_number_is_masked_like_a_nik() {
        let kk = Kk::parse("3216011205060003").unwrap();
        assert_eq!(kk.masked(), "3216••••••••0003");
        assert_eq!(format!("{kk:?}"), "••••••••••••0003");
    }
}
