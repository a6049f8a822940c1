//! Sex (*jenis kelamin*) as the card and the reports know it.

words! {
    /// Sex (*jenis kelamin*).
    pub enum Sex {
        /// *Laki-laki*, number 1 on the AK/I card.
        Male = "L",
        /// *Perempuan*, number 2 on the AK/I card.
        Female = "P",
    }
}

impl Sex {
    /// Reads what offices write: `L`, `p`, `Laki - Laki`, `Wanita`, `2`, `LK`, `Pr.`, `male`.
    pub fn read(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        match letters.as_str() {
            "l" | "lk" | "lki" | "laki" | "lakilaki" | "laki2" | "lelaki" | "pria" | "cowok" | "1" | "m" | "male"
            | "man" => Some(Self::Male),
            "p" | "pr" | "prp" | "perempuan" | "perempun" | "peremp" | "w" | "wn" | "wanita" | "cewek" | "2" | "f"
            | "female" | "woman" => Some(Self::Female),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sex;

    #[test]
    fn every_office_spelling_of_sex_is_read() {
        for text in ["L", "l", "Laki-laki", "LAKI - LAKI", "Pria", "Lk.", " 1 ", "Male"] {
            assert_eq!(Sex::read(text), Some(Sex::Male), "{text}");
        }
        for text in ["P", "p", "Perempuan", "WANITA", "W", "Pr", "2", "Female"] {
            assert_eq!(Sex::read(text), Some(Sex::Female), "{text}");
        }
        for text in ["", "-", "L/P", "3", "Islam"] {
            assert_eq!(Sex::read(text), None, "{text}");
        }
    }
}
