//! Small particulars of a person that cards and reports ask for: marital status, religion, employment, disability.

use crate::base::text::words;

words! {
    /// Marital status (*status perkawinan*).
    pub enum Marital {
        /// *Kawin*.
        Married = "KAWIN",
        /// *Belum kawin*.
        Single = "BELUM_KAWIN",
        /// *Cerai hidup*.
        Divorced = "CERAI_HIDUP",
        /// *Cerai mati*.
        Widowed = "CERAI_MATI",
    }

    /// Religion (*agama*), kept only because the card prints it.
    pub enum Religion {
        /// *Islam*.
        Islam = "ISLAM",
        /// *Katolik*.
        Catholic = "KATOLIK",
        /// *Protestan*, also written *Kristen*.
        Protestant = "PROTESTAN",
        /// *Hindu*.
        Hindu = "HINDU",
        /// *Buddha*.
        Buddhist = "BUDDHA",
        /// *Khonghucu*.
        Confucian = "KHONGHUCU",
        /// *Kepercayaan terhadap Tuhan Yang Maha Esa*, and what no other word fits.
        Belief = "KEPERCAYAAN",
    }

    /// What the person does now (*status pekerjaan*).
    pub enum Employment {
        /// *Belum bekerja, menganggur*.
        Unemployed = "BELUM_BEKERJA",
        /// *Bekerja* and wishes to change.
        Employed = "BEKERJA",
        /// *Pemutusan hubungan kerja*: dismissed.
        Dismissed = "PHK",
        /// *Baru lulus*.
        Graduate = "BARU_LULUS",
        /// *Wirausaha*.
        SelfEmployed = "WIRAUSAHA",
        /// *Pelajar/mahasiswa*.
        Student = "PELAJAR",
        /// *Mengurus rumah tangga*.
        Homemaker = "RUMAH_TANGGA",
    }

    /// Kind of disability (*ragam disabilitas*, UU 8/2016 article 4); a person may have several.
    pub enum Disability {
        /// *Disabilitas fisik*.
        Physical = "FISIK",
        /// *Disabilitas intelektual*.
        Intellectual = "INTELEKTUAL",
        /// *Disabilitas mental*.
        Mental = "MENTAL",
        /// *Disabilitas sensorik: netra, rungu, wicara*.
        Sensory = "SENSORIK",
    }
}

/// What a cell about disability says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DisabilityReading {
    /// None, or nothing written.
    Absent,
    /// These kinds.
    Kinds(Vec<Disability>),
    /// Something is written that names no kind.
    Unclear,
}

impl Marital {
    /// The number on the AK/I card.
    pub fn card_number(self) -> u8 {
        self as u8 + 1
    }

    /// Reads `Kawin`, `menikah`, `Blm Kawin`, `Lajang`, `Cerai mati`, `Janda`, `K`, `TK`.
    pub fn read(text: &str) -> Option<Self> {
        let words = words(text);
        let says = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        if says(&[
            "belum",
            "blm",
            "tidak",
            "tdk",
            "lajang",
            "gadis",
            "perjaka",
            "bujang",
            "single",
            "bk",
            "tk",
            "unmarried",
        ]) {
            Some(Self::Single)
        } else if says(&["mati", "widowed", "widow"]) {
            Some(Self::Widowed)
        } else if says(&["cerai", "hidup", "janda", "duda", "divorced"]) {
            Some(Self::Divorced)
        } else {
            says(&["kawin", "nikah", "menikah", "k", "married"]).then_some(Self::Married)
        }
    }
}

impl Religion {
    /// The number on the AK/I card; the sixth is "other".
    pub fn card_number(self) -> u8 {
        (self as u8 + 1).min(6)
    }

    /// Reads `Islam`, `Kristen`, `Katholik`, `Budha`, `Konghucu`.
    pub fn read(text: &str) -> Option<Self> {
        words(text).iter().rev().find_map(|word| {
            Some(match word.as_str() {
                "islam" | "muslim" | "moslem" => Self::Islam,
                "katolik" | "katholik" | "catholic" | "khatolik" => Self::Catholic,
                "protestan" | "kristen" | "protestant" | "christian" => Self::Protestant,
                "hindu" => Self::Hindu,
                "budha" | "buddha" | "budhist" | "buddhist" | "buddhis" => Self::Buddhist,
                "khonghucu" | "konghucu" | "kongfuchu" | "kongfucu" | "confucian" => Self::Confucian,
                "kepercayaan" | "penghayat" | "lainnya" | "lain" | "other" => Self::Belief,
                _ => return None,
            })
        })
    }
}

impl Employment {
    /// Reads `Belum Bekerja`, `menganggur`, `PHK`, `Fresh Graduate`, `Wiraswasta`, `IRT`, `Karyawan swasta`.
    pub fn read(text: &str) -> Option<Self> {
        let words = words(text);
        let says = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        if says(&["phk", "pemutusan", "dirumahkan", "dismissed"]) {
            Some(Self::Dismissed)
        } else if says(&["lulus", "lulusan", "fresh", "freshgraduate", "graduate"]) {
            Some(Self::Graduate)
        } else if says(&["rumah", "rt", "irt", "housewife", "homemaker"]) {
            Some(Self::Homemaker)
        } else if says(&["pelajar", "mahasiswa", "mahasiswi", "siswa", "siswi", "sekolah", "kuliah", "student"]) {
            Some(Self::Student)
        } else if says(&[
            "belum",
            "blm",
            "tidak",
            "tdk",
            "menganggur",
            "pengangguran",
            "nganggur",
            "unemployed",
            "pencaker",
        ]) {
            Some(Self::Unemployed)
        } else if says(&[
            "wirausaha",
            "wiraswasta",
            "usaha",
            "pengusaha",
            "dagang",
            "pedagang",
            "petani",
            "nelayan",
            "entrepreneur",
        ]) {
            Some(Self::SelfEmployed)
        } else {
            let works = [
                "bekerja",
                "kerja",
                "karyawan",
                "karyawati",
                "pegawai",
                "buruh",
                "honorer",
                "swasta",
                "pns",
                "employed",
                "freelance",
            ];
            says(&works).then_some(Self::Employed)
        }
    }
}

impl Disability {
    /// Reads `-`, `Tidak ada`, `Tuna rungu`, `Fisik (kaki)`, `tuna netra & daksa`.
    pub fn read(text: &str) -> DisabilityReading {
        let words = words(text);
        let mut kinds: Vec<_> =
            words.iter().filter_map(|word| kind(word.strip_prefix("tuna").unwrap_or(word))).collect();
        kinds.sort_unstable();
        kinds.dedup();
        const NO: [&str; 14] = [
            "tidak", "tdk", "non", "bukan", "nihil", "tanpa", "normal", "sehat", "n", "no", "none", "0", "t", "kosong",
        ];
        let denied = words.first().is_none_or(|word| NO.contains(&word.as_str()));
        match (kinds.is_empty(), denied) {
            (false, false) => DisabilityReading::Kinds(kinds),
            (_, true) => DisabilityReading::Absent,
            (true, false) => DisabilityReading::Unclear,
        }
    }
}

fn kind(word: &str) -> Option<Disability> {
    Some(match word {
        "fisik" | "daksa" | "kaki" | "tangan" | "lumpuh" | "amputasi" | "polio" | "kusta" | "physical" => {
            Disability::Physical
        }
        "intelektual" | "grahita" | "down" | "intellectual" => Disability::Intellectual,
        "mental" | "jiwa" | "laras" | "autis" | "autisme" | "bipolar" | "skizofrenia" | "psikososial" => {
            Disability::Mental
        }
        "sensorik" | "rungu" | "netra" | "wicara" | "tuli" | "bisu" | "buta" | "vision" | "pendengaran"
        | "penglihatan" | "sensory" | "deaf" | "blind" => Disability::Sensory,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;

    #[test]
    fn marital_status_is_read_from_office_spellings() {
        let read = |text| Marital::read(text).map(Word::code);
        for (text, code) in [
            ("Kawin", "KAWIN"),
            ("MENIKAH", "KAWIN"),
            ("Belum Kawin", "BELUM_KAWIN"),
            ("blm menikah", "BELUM_KAWIN"),
            ("Lajang", "BELUM_KAWIN"),
            ("Cerai Hidup", "CERAI_HIDUP"),
            ("Cerai mati", "CERAI_MATI"),
            ("Janda", "CERAI_HIDUP"),
        ] {
            assert_eq!(read(text), Some(code), "{text}");
        }
        assert_eq!(read("Islam"), None);
        assert_eq!((Marital::Married.card_number(), Marital::Single.card_number()), (1, 2));
    }

    #[test]
    fn religion_is_read_from_office_spellings() {
        let read = |text| Religion::read(text).map(Word::code);
        for (text, code) in [
            ("ISLAM", "ISLAM"),
            ("Kristen", "PROTESTAN"),
            ("Kristen Katolik", "KATOLIK"),
            ("Katholik", "KATOLIK"),
            ("Kristen Protestan", "PROTESTAN"),
            ("Budha", "BUDDHA"),
            ("Konghucu", "KHONGHUCU"),
            ("Hindu", "HINDU"),
        ] {
            assert_eq!(read(text), Some(code), "{text}");
        }
        assert_eq!(read("-"), None);
        assert_eq!((Religion::Buddhist.card_number(), Religion::Belief.card_number()), (5, 6));
    }

    #[test]
    fn employment_is_read_from_office_spellings() {
        let read = |text| Employment::read(text).map(Word::code);
        for (text, code) in [
            ("belum bekerja", "BELUM_BEKERJA"),
            ("Menganggur", "BELUM_BEKERJA"),
            ("Tidak Bekerja", "BELUM_BEKERJA"),
            ("Bekerja", "BEKERJA"),
            ("Karyawan Swasta", "BEKERJA"),
            ("PHK", "PHK"),
            ("Fresh Graduate", "BARU_LULUS"),
            ("Baru Lulus", "BARU_LULUS"),
            ("Wiraswasta", "WIRAUSAHA"),
            ("Mahasiswa", "PELAJAR"),
            ("IRT", "RUMAH_TANGGA"),
            ("Mengurus Rumah Tangga", "RUMAH_TANGGA"),
        ] {
            assert_eq!(read(text), Some(code), "{text}");
        }
        assert_eq!(read("xyz"), None);
    }

    #[test]
    fn disability_is_none_some_kinds_or_unclear() {
        let kinds = |text| match Disability::read(text) {
            DisabilityReading::Kinds(kinds) => kinds.into_iter().map(Word::code).collect::<Vec<_>>().join(" "),
            other => format!("{other:?}"),
        };
        for (text, expected) in [
            ("", "Absent"),
            ("-", "Absent"),
            ("Tidak", "Absent"),
            ("Tidak ada", "Absent"),
            ("Non Disabilitas", "Absent"),
            ("Tuna rungu", "SENSORIK"),
            ("tunanetra", "SENSORIK"),
            ("Fisik (kaki)", "FISIK"),
            ("Tuna daksa", "FISIK"),
            ("tuna netra & tuna daksa", "FISIK SENSORIK"),
            ("Tuna Grahita", "INTELEKTUAL"),
            ("autisme", "MENTAL"),
            ("Ya", "Unclear"),
            ("Disabilitas", "Unclear"),
            ("Tidak ada (fisik)", "Absent"),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
