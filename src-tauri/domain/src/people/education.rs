//! The highest finished education (*pendidikan terakhir*), read from whatever offices call it.

use crate::base::text::words;

words! {
    /// Education finished (*pendidikan terakhir*), in rising order.
    pub enum Education {
        /// *Tidak/belum sekolah*, or primary school not finished.
        None = "TIDAK_SEKOLAH",
        /// Primary: *SD, MI, Paket A*.
        Primary = "SD",
        /// Lower secondary: *SMP, SLTP, MTs, Paket B*.
        LowerSecondary = "SMP",
        /// Upper secondary, general: *SMA, SLTA, MA, Paket C*.
        UpperSecondary = "SMA",
        /// Upper secondary, vocational: *SMK, STM, SMEA*.
        Vocational = "SMK",
        /// *Diploma I*.
        D1 = "D1",
        /// *Diploma II*.
        D2 = "D2",
        /// *Diploma III, sarjana muda*.
        D3 = "D3",
        /// *Diploma IV, sarjana terapan*.
        D4 = "D4",
        /// *Strata 1, sarjana*.
        S1 = "S1",
        /// *Strata 2, magister*.
        S2 = "S2",
        /// *Strata 3, doktor*.
        S3 = "S3",
    }
}

impl Education {
    /// The step on the ladder: SMA and SMK stand level, and so do D4 and S1.
    pub fn rank(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Primary => 1,
            Self::LowerSecondary => 2,
            Self::UpperSecondary | Self::Vocational => 3,
            Self::D1 => 4,
            Self::D2 => 5,
            Self::D3 => 6,
            Self::D4 | Self::S1 => 7,
            Self::S2 => 8,
            Self::S3 => 9,
        }
    }

    /// Whether this education satisfies a minimum.
    pub fn at_least(self, least: Self) -> bool {
        self.rank() >= least.rank()
    }

    /// Reads a cell: `SMA/SMK sederajat`, `SLTA`, `D-III`, `S1 Teknik`, `Belum tamat SD`. Of two levels the
    /// first counts; of a level that was not finished, the one below.
    pub fn read(text: &str) -> Option<Self> {
        let words = words(text);
        let says = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        let named = (0..words.len()).find_map(|at| named(&words[at..]));
        if says(&["tidak", "tdk", "belum", "blm", "putus", "tanpa", "never"]) {
            return match named {
                Some(level) => Some(level.below()),
                None if says(&["sekolah", "bersekolah", "pendidikan", "school"]) => Some(Self::None),
                None => None,
            };
        }
        named
    }

    /// What somebody has finished who broke off at this level.
    fn below(self) -> Self {
        match self {
            Self::None | Self::Primary => Self::None,
            Self::LowerSecondary => Self::Primary,
            Self::UpperSecondary | Self::Vocational => Self::LowerSecondary,
            Self::D1 | Self::D2 | Self::D3 | Self::D4 | Self::S1 => Self::UpperSecondary,
            Self::S2 => Self::S1,
            Self::S3 => Self::S2,
        }
    }
}

/// The level that the first word or words name.
fn named(words: &[String]) -> Option<Education> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let level = match (word(0), word(1)) {
        ("diploma" | "dipl", step) | ("d", step @ ("1" | "2" | "3" | "4" | "i" | "ii" | "iii" | "iv")) => diploma(step),
        ("s", "d") => Education::Primary,
        ("s", "m") if word(2) == "p" => Education::LowerSecondary,
        ("s", "m") if word(2) == "a" => Education::UpperSecondary,
        ("s", "m") if word(2) == "k" => Education::Vocational,
        ("s" | "strata", "1" | "i") => Education::S1,
        ("s" | "strata", "2" | "ii") => Education::S2,
        ("s" | "strata", "3" | "iii") => Education::S3,
        ("di", _) => Education::D1,
        ("dii", _) => Education::D2,
        ("diii", _) => Education::D3,
        ("div", _) => Education::D4,
        ("si", _) => Education::S1,
        ("sii", _) => Education::S2,
        ("siii", _) => Education::S3,
        ("paket" | "pkt", "a") => Education::Primary,
        ("paket" | "pkt", "b") => Education::LowerSecondary,
        ("paket" | "pkt", "c") => Education::UpperSecondary,
        ("junior" | "lower", _) => Education::LowerSecondary,
        ("a", "md") | ("s" | "sarjana", "muda") => Education::D3,
        ("s", "pd" | "kom" | "sos" | "kep" | "ag" | "si" | "ip" | "ked" | "farm" | "hum" | "t" | "e" | "h" | "p") => {
            Education::S1
        }
        ("m", "pd" | "kom" | "si" | "kes" | "ag" | "m" | "t" | "h") => Education::S2,
        _ => single(word(0))?,
    };
    Some(level)
}

fn diploma(step: &str) -> Education {
    match step {
        "1" | "i" => Education::D1,
        "2" | "ii" => Education::D2,
        "4" | "iv" => Education::D4,
        // Plain "Diploma" is the three-year one.
        _ => Education::D3,
    }
}

fn single(word: &str) -> Option<Education> {
    Some(match word {
        "tk" | "paud" | "ts" => Education::None,
        "sd" | "sdn" | "sdlb" | "mi" | "min" | "mis" | "sr" | "ibtidaiyah" | "ula" | "dasar" | "elementary"
        | "primary" => Education::Primary,
        "smp" | "smpn" | "smplb" | "sltp" | "smtp" | "mts" | "mtsn" | "mtss" | "tsanawiyah" | "wustha" => {
            Education::LowerSecondary
        }
        "sma" | "sman" | "smalb" | "slta" | "smta" | "smu" | "smun" | "ma" | "man" | "mas" | "aliyah" | "ulya"
        | "senior" | "upper" | "high" => Education::UpperSecondary,
        "smk" | "smkn" | "stm" | "stmn" | "smea" | "smkk" | "smik" | "smip" | "smf" | "spk" | "spg" | "spma"
        | "mak" | "vocational" | "kejuruan" => Education::Vocational,
        "amd" | "akademi" => Education::D3,
        "sarjana" | "spd" | "skom" | "se" | "sh" | "st" | "bachelor" | "undergraduate" => Education::S1,
        "magister" | "master" | "pascasarjana" => Education::S2,
        "doktor" | "phd" | "doctorate" => Education::S3,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;
    use proptest::prelude::*;

    #[test]
    fn every_office_name_of_a_level_is_read() {
        for (code, names) in [
            ("TIDAK_SEKOLAH", "Tidak sekolah|Tidak/Belum Sekolah|BELUM TAMAT SD/SEDERAJAT|tidak tamat SD"),
            ("SD", "SD|Tamat SD/Sederajat|SDN 3 Bekasi|MI|Madrasah Ibtidaiyah|Paket A|putus sekolah SMP|S.D."),
            ("SMP", "SMP|SLTP/SEDERAJAT|S.M.P.|MTs|MTsN 2|Paket-B|SMTP|belum lulus SMA|Junior High School"),
            (
                "SMA",
                "SMA|SLTA|sma|SMA/SMK sederajat|SMU|MA|Madrasah Aliyah|Paket C|paket c setara SMA|SMAN 1|High School",
            ),
            ("SMK", "SMK|STM|SMEA|SMK TKJ|SMKN 2 Bekasi|smk/sma"),
            ("D1", "D1|D-I|DIPLOMA I/II|Diploma 1"),
            ("D2", "D2|D.II|D II"),
            ("D3", "D3|D-III|D 3|DIII|Diploma III|AKADEMI/DIPLOMA III/S. MUDA|A.Md"),
            ("D4", "D4|D-IV|DIPLOMA IV/STRATA I"),
            ("S1", "S1|S-1|S1 Teknik|Sarjana|Strata I|S.Pd|S.Kom.|Bachelor|SI"),
            ("S2", "S2|STRATA II|Magister"),
            ("S3", "S3|Strata 3|Doktor"),
        ] {
            for name in names.split('|') {
                assert_eq!(Education::read(name).map(Word::code), Some(code), "{name}");
            }
        }
    }

    #[test]
    fn what_names_no_level_is_not_guessed() {
        for text in ["", "-", "IPA", "Multimedia", "tidak ada", "2019", "kuliah"] {
            assert_eq!(Education::read(text), None, "{text}");
        }
    }

    #[test]
    fn general_and_vocational_schools_stand_level() {
        assert!(Education::Vocational.at_least(Education::UpperSecondary));
        assert!(Education::UpperSecondary.at_least(Education::Vocational));
        assert!(!Education::LowerSecondary.at_least(Education::Vocational));
        assert!(Education::D4.at_least(Education::S1));
        assert!(Education::ALL.is_sorted_by_key(|level| level.rank()));
    }

    proptest! {
        #[test]
        fn every_code_reads_as_itself_in_any_case(at in 1..Education::ALL.len(), upper: bool) {
            let level = Education::ALL[at];
            let text = if upper { level.code().to_owned() } else { level.code().to_lowercase() };
            prop_assert_eq!(Education::read(&text), Some(level));
        }
    }
}
