//! Synthetic people: names of the archipelago, well-formed NIKs, all drawn from a seed. Nobody is meant.

use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

const FIRST: &[&str] = &[
    "Siti", "Muhammad", "Dewi", "Budi", "Sri", "Ahmad", "Nur", "Agus", "Putu", "Made", "Rina", "Eko", "Fajar",
    "Yuliana", "Hendra", "Maria", "Yohanes", "Fitri", "Rizki", "Indah", "Dian", "Bayu", "Lestari", "Wahyu", "Intan",
    "Joko",
];
const SECOND: &[&str] = &[
    "Aminah",
    "Hidayat",
    "Lestari",
    "Santoso",
    "Wahyuni",
    "Saputra",
    "Rahmawati",
    "Kurniawan",
    "Handayani",
    "Pratama",
    "Susanti",
    "Wijaya",
    "Permata",
    "Nugroho",
    "Maharani",
    "Ramadhan",
    "Kusuma",
    "Setiawan",
    "Anggraini",
    "Firmansyah",
];
const LAST: &[&str] = &[
    "",
    "",
    "",
    "Siregar",
    "Nasution",
    "Lubis",
    "Harahap",
    "Tanjung",
    "Ginting",
    "Panjaitan",
    "Sitompul",
    "Manurung",
    "Wibowo",
    "Purnomo",
    "Hartono",
    "Suryadi",
    "Gunawan",
    "Halim",
    "Salim",
    "Basri",
    "Daeng",
    "Karaeng",
    "Rumbiak",
];
const SYLLABLES: &[&str] = &["ba", "ra", "ni", "su", "ma", "li", "to", "wa", "di", "ka", "ne", "ro", "sa", "yu", "pe"];
const DISTRICTS: &[&str] = &["321601", "321602", "327305", "331112", "351910", "610521", "810124", "170601"];

/// One made-up person.
pub struct Someone {
    pub name: String,
    pub nik: String,
    pub birth: chrono::NaiveDate,
    pub woman: bool,
    pub phone: String,
}

/// An endless row of made-up people.
pub struct Crowd {
    dice: StdRng,
    serial: u32,
}

impl Crowd {
    pub fn new(seed: u64) -> Self {
        Self { dice: StdRng::seed_from_u64(seed), serial: 0 }
    }
}

impl Iterator for Crowd {
    type Item = Someone;

    fn next(&mut self) -> Option<Someone> {
        let dice = &mut self.dice;
        let mut name = format!("{} {}", FIRST.choose(dice)?, SECOND.choose(dice)?);
        let last = LAST.choose(dice)?;
        if !last.is_empty() {
            name = format!("{name} {last}");
        } else if dice.random_bool(0.3) {
            let rare: String = (0..3).filter_map(|_| SYLLABLES.choose(dice).copied()).collect();
            name = format!("{name} {}{}", rare[..1].to_uppercase(), &rare[1..]);
        }
        let (year, month, day) = (dice.random_range(1970..2008), dice.random_range(1..=12), dice.random_range(1..=28));
        let woman = dice.random_bool(0.5);
        self.serial += 1;
        // District and serial together make every number of the crowd different.
        let district = DISTRICTS[(self.serial / 9_999) as usize % DISTRICTS.len()];
        let coded = if woman { day + 40 } else { day };
        let nik = format!("{district}{coded:02}{month:02}{:02}{:04}", year % 100, self.serial % 9_999 + 1);
        let phone = format!("08{:010}", dice.random_range(1_000_000_000u64..9_999_999_999));
        Some(Someone { name, nik, birth: chrono::NaiveDate::from_ymd_opt(year, month, day)?, woman, phone })
    }
}
