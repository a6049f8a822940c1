//! What is said about a row, and how much it weighs.

use crate::base::nik::{NikError, NikWarning};

words! {
    /// What becomes of a row.
    pub enum Verdict {
        /// Taken as it is.
        Accept = "accept",
        /// Taken when the clerk agrees.
        Warn = "warn",
        /// Not taken; saved back with its reasons.
        Reject = "reject",
    }

    /// Why a row is not simply accepted.
    pub enum Reason {
        /// No NIK.
        NikMissing = "nik-missing",
        /// The NIK has not sixteen digits.
        NikLength = "nik-length",
        /// The NIK is a number for the spreadsheet: its last digit is lost.
        NikNumericCell = "nik-numeric-cell",
        /// The NIK has other signs than digits.
        NikNotDigits = "nik-not-digits",
        /// The date in the NIK is none.
        NikDate = "nik-date",
        /// The sequence of the NIK is 0000.
        NikSequence = "nik-sequence",
        /// No name.
        NameMissing = "name-missing",
        /// Born after today.
        BirthDateFuture = "birth-date-future",
        /// The birth date is none.
        BirthDateUnreadable = "birth-date-unreadable",
        /// The same person stands in a row above: the same NIK, or one with another region only.
        DuplicateInFile = "duplicate-in-file",
        /// The birth date is none that the NIK allows.
        BirthDateDiffers = "birth-date-differs",
        /// The sex is not the one of the NIK.
        SexDiffers = "sex-differs",
        /// The region in the NIK is not in today's list.
        RegionCodeUnknown = "region-code-unknown",
        /// Day and month could be the other way round, and nothing in the file decides.
        BirthDateAmbiguous = "birth-date-ambiguous",
        /// The sex is not understood.
        SexUnreadable = "sex-unreadable",
        /// The family card number is none.
        KkUnreadable = "kk-unreadable",
        /// The education is not understood.
        EducationUnreadable = "education-unreadable",
        /// The telephone number is none.
        PhoneUnreadable = "phone-unreadable",
        /// The e-mail address is none.
        EmailUnreadable = "email-unreadable",
        /// The day of registration is no date.
        RegisteredOnUnreadable = "registered-on-unreadable",
    }

    /// What is worth knowing about a row that is taken all the same.
    pub enum Remark {
        /// The birth date was taken from the NIK.
        BirthDateFromNik = "birth-date-from-nik",
        /// The sex was taken from the NIK.
        SexFromNik = "sex-from-nik",
        /// The village was found with a slip forgiven or a part missing.
        VillageGuessed = "village-guessed",
        /// The village is not in the list; it is kept in words.
        VillageUnknown = "village-unknown",
        /// Religion, marital status, employment or disability is written in words that are not understood.
        ParticularsUnreadable = "particulars-unreadable",
    }
}

impl Reason {
    /// What becomes of a row for this reason alone.
    pub fn verdict(self) -> Verdict {
        if self <= Self::DuplicateInFile { Verdict::Reject } else { Verdict::Warn }
    }
}

impl Verdict {
    /// The verdict of all reasons together: the heaviest.
    pub fn of(reasons: &[Reason]) -> Self {
        reasons.iter().map(|reason| reason.verdict()).max().unwrap_or(Self::Accept)
    }
}

impl From<NikError> for Reason {
    fn from(error: NikError) -> Self {
        match error {
            NikError::Missing => Self::NikMissing,
            NikError::Length { .. } => Self::NikLength,
            NikError::NotDigits => Self::NikNotDigits,
            NikError::Date => Self::NikDate,
            NikError::Sequence => Self::NikSequence,
        }
    }
}

impl From<NikWarning> for Reason {
    fn from(warning: NikWarning) -> Self {
        match warning {
            NikWarning::BirthDateDiffers => Self::BirthDateDiffers,
            NikWarning::SexDiffers => Self::SexDiffers,
            NikWarning::RegionCodeUnknown | NikWarning::ProvinceCodeUnknown => Self::RegionCodeUnknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_reason_decides() {
        assert_eq!(Verdict::of(&[]), Verdict::Accept);
        assert_eq!(Verdict::of(&[Reason::SexDiffers]), Verdict::Warn);
        assert_eq!(Verdict::of(&[Reason::SexDiffers, Reason::NameMissing]), Verdict::Reject);
        assert_eq!(Reason::DuplicateInFile.verdict(), Verdict::Reject);
        assert_eq!(Reason::BirthDateDiffers.verdict(), Verdict::Warn);
    }
}
