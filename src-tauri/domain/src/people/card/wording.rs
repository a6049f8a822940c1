//! The words that the card prints for code words. A card is an Indonesian form whatever the language of the screen.

use super::PlacementScope;
use crate::{
    base::sex::Sex,
    people::{
        education::Education,
        particulars::{Marital, Religion},
    },
};

pub(super) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Laki-laki",
        Sex::Female => "Perempuan",
    }
}

pub(super) fn marital(marital: Marital) -> &'static str {
    match marital {
        Marital::Married => "Kawin",
        Marital::Single => "Belum kawin",
        Marital::Divorced => "Cerai hidup",
        Marital::Widowed => "Cerai mati",
    }
}

pub(super) fn religion(religion: Religion) -> &'static str {
    match religion {
        Religion::Islam => "Islam",
        Religion::Catholic => "Katolik",
        Religion::Protestant => "Protestan",
        Religion::Hindu => "Hindu",
        Religion::Buddhist => "Buddha",
        Religion::Confucian => "Khonghucu",
        Religion::Belief => "Kepercayaan terhadap Tuhan YME",
    }
}

pub(super) fn education(education: Education) -> &'static str {
    match education {
        Education::None => "Tidak tamat SD",
        Education::Primary => "SD/sederajat",
        Education::LowerSecondary => "SMP/sederajat",
        Education::UpperSecondary => "SMA/sederajat",
        Education::Vocational => "SMK",
        Education::D1 => "D1",
        Education::D2 => "D2",
        Education::D3 => "D3",
        Education::D4 => "D4",
        Education::S1 => "S1",
        Education::S2 => "S2",
        Education::S3 => "S3",
    }
}

pub(super) fn scope(scope: PlacementScope) -> &'static str {
    match scope {
        PlacementScope::Local => "Dalam provinsi (AKL)",
        PlacementScope::Interregional => "Antarprovinsi (AKAD)",
        PlacementScope::Abroad => "Luar negeri (AKAN)",
    }
}
