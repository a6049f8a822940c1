//! The sample's people and their cards.

use super::{Dice, REGENCY};
use balai_domain::{
    base::{id::Id, sex::Sex},
    people::{
        card::{
            CardReport, PlacementScope, SeekerStatus,
            issue::{self, CardDraft},
            report,
        },
        draft::PersonDraft,
        education::Education,
        particulars::{Disability, Employment, Marital, Religion},
        person::{NikStatus, Person},
        region_index::RegionIndex,
        register,
    },
    store::{Result, Work},
};
use chrono::{Datelike, NaiveDate, TimeDelta};

const MEN: &[&str] = &[
    "Ahmad",
    "Budi",
    "Agus",
    "Dedi",
    "Eko",
    "Fajar",
    "Gilang",
    "Hendra",
    "Irfan",
    "Joko",
    "Krisna",
    "Muhammad Rizki",
    "Nanda",
    "Oki",
    "Putra",
    "Rahmat",
    "Slamet",
    "Tono",
    "Usman",
    "Wahyu",
    "Yusuf",
    "Zainal",
    "Bayu",
    "Dimas",
];
const WOMEN: &[&str] = &[
    "Siti", "Ani", "Dewi", "Eka", "Fitri", "Gita", "Hani", "Indah", "Juwita", "Kartika", "Lestari", "Maya", "Nur",
    "Oktavia", "Putri", "Ratna", "Sri", "Tuti", "Umi", "Wati", "Yanti", "Zahra", "Ayu", "Rina",
];
const LAST: &[&str] = &[
    "Aminah",
    "Santoso",
    "Hidayat",
    "Saputra",
    "Wulandari",
    "Maulana",
    "Nugroho",
    "Permata",
    "Rahayu",
    "Setiawan",
    "Susanti",
    "Utami",
    "Wibowo",
    "Kurniawan",
    "Handayani",
    "Firmansyah",
    "Anggraini",
    "Pratama",
    "Safitri",
    "Hakim",
];
const PLACES: &[&str] = &["Bekasi", "Bekasi", "Bekasi", "Karawang", "Jakarta", "Bogor", "Cirebon", "Tegal", "Garut"];
const STREETS: &[&str] = &["Kampung Sawah", "Jalan Melati", "Jalan Kenanga", "Perum Graha Asri", "Kampung Baru"];
const SCHOOLS: &[(Education, &str, &str)] = &[
    (Education::UpperSecondary, "SMA Negeri 1", "IPA"),
    (Education::UpperSecondary, "SMA Negeri 2", "IPS"),
    (Education::Vocational, "SMK Negeri 1", "Teknik Mesin"),
    (Education::Vocational, "SMK Bina Karya", "Tata Busana"),
    (Education::Vocational, "SMK Bina Karya", "Teknik Komputer dan Jaringan"),
    (Education::LowerSecondary, "SMP Negeri 3", ""),
    (Education::D3, "Politeknik Contoh", "Akuntansi"),
    (Education::S1, "Universitas Contoh", "Manajemen"),
];
/// One person in so many was registered twice.
const TWINS: usize = 90;
const JOBS: &[&str] = &["Operator produksi", "Penjahit", "Juru las", "Staf administrasi", "Pramuniaga", "Sopir"];

/// Registers so many people.
pub async fn register(work: &mut Work, dice: &mut Dice, count: usize, today: NaiveDate) -> Result<Vec<Id<Person>>> {
    let regions = RegionIndex::shared();
    let districts: Vec<String> = regions.children(REGENCY).into_iter().map(|region| region.code).collect();
    let mut everyone = Vec::with_capacity(count);
    for number in 0..count {
        let district = dice.pick(&districts).clone();
        let village = dice.pick(&regions.children(&district)).code.clone();
        let draft = a_person(dice, number, &district, village, today);
        everyone.push(register::save(work, &draft).await?.0);
        if number % TWINS == 7 {
            register::save(work, &twin(draft)).await?;
        }
    }
    Ok(everyone)
}

/// The same person a second time, as a counter registers one who left the identity card at home.
fn twin(draft: PersonDraft) -> PersonDraft {
    PersonDraft {
        full_name: draft.full_name.to_uppercase(),
        nik: String::new(),
        nik_note: "KTP-el tertinggal (data contoh)".to_owned(),
        nik_status: None,
        ..draft
    }
}

fn a_person(dice: &mut Dice, number: usize, district: &str, village_code: String, today: NaiveDate) -> PersonDraft {
    let sex = if dice.percent(52) { Sex::Female } else { Sex::Male };
    let days = 18 * 366 + i64::try_from(dice.below(22 * 365)).unwrap_or(0);
    let birth = today - TimeDelta::days(days);
    let firsts = if sex == Sex::Female { WOMEN } else { MEN };
    let (education, school, major) = *dice.pick(SCHOOLS);
    let married = days > 25 * 365 && dice.percent(60);
    // The first digits of a phone number that no provider gives out.
    let phone = format!("0899{:07}", dice.below(10_000_000));
    PersonDraft {
        full_name: format!("{} {}", dice.pick(firsts), dice.pick(LAST)),
        nik: nik(district, birth, sex, number),
        nik_status: Some(if dice.percent(70) { NikStatus::CardSeen } else { NikStatus::Unseen }),
        birth_place: (*dice.pick(PLACES)).to_owned(),
        birth_on: Some(birth),
        sex: Some(sex),
        religion: Some(if dice.percent(88) { Religion::Islam } else { Religion::Protestant }),
        marital: Some(if married { Marital::Married } else { Marital::Single }),
        address: format!("{} Nomor {}", dice.pick(STREETS), 1 + dice.below(80)),
        rt: format!("{:03}", 1 + dice.below(12)),
        rw: format!("{:03}", 1 + dice.below(9)),
        village_code,
        phone: if dice.percent(92) { phone } else { String::new() },
        education: Some(education),
        major: major.to_owned(),
        school: school.to_owned(),
        graduation_year: Some(
            i64::from(birth.year()) + 18 + i64::from(education.rank() > Education::Vocational.rank()) * 4,
        )
        .filter(|year| *year <= i64::from(today.year())),
        employment: Some(*dice.pick(&[
            Employment::Unemployed,
            Employment::Unemployed,
            Employment::Graduate,
            Employment::Dismissed,
            Employment::Employed,
        ])),
        disability: if dice.percent(3) { vec![Disability::Physical] } else { Vec::new() },
        notice_shown: true,
        ..PersonDraft::default()
    }
}

/// District, birth date with 40 added for women, a number of its own.
fn nik(district: &str, birth: NaiveDate, sex: Sex, number: usize) -> String {
    let day = birth.day() + if sex == Sex::Female { 40 } else { 0 };
    let place: String = district.chars().filter(char::is_ascii_digit).collect();
    format!("{place}{day:02}{:02}{:02}{:04}", birth.month(), birth.year() % 100, 1 + number)
}

/// Issues cards over the last year and a half and notes some reports.
pub async fn issue_cards(work: &mut Work, dice: &mut Dice, people: &[Id<Person>], today: NaiveDate) -> Result<()> {
    for person in people {
        let issued_on = today - TimeDelta::days(i64::try_from(dice.below(500)).unwrap_or(0));
        let draft = CardDraft {
            seeker_status: Some(SeekerStatus::Unemployed),
            desired_job: (*dice.pick(JOBS)).to_owned(),
            desired_wage: Some(4_500_000),
            placement_scope: Some(PlacementScope::Local),
            issued_on,
        };
        let card = issue::issue(work, *person, draft).await?;
        let half_a_year = issued_on + TimeDelta::days(185);
        if half_a_year <= today && dice.percent(70) {
            let _made: CardReport = report::report(work, card, None, half_a_year).await?;
        }
    }
    Ok(())
}
