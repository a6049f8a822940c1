//! Code words: small closed lists that are stored, sent and printed under a fixed code (*kode*).
//!
//! `words!` makes the enum, its serde form (the code as a string), its TypeScript union and the `Word` trait
//! by which the store reads and writes any of them. Codes are retired, never renamed.

/// One of a closed list with a fixed code per member.
pub trait Word: Copy + Eq + Sized + 'static {
    /// All members in their order of print.
    const ALL: &'static [Self];

    /// The fixed code, as stored.
    fn code(self) -> &'static str;

    /// The member with exactly this code.
    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.code() == code)
    }
}

/// Declares one or more lists of code words: `words! { pub enum Sex { Male = "L", Female = "P" } }`.
#[macro_export]
macro_rules! words {
    ($($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$doc:meta])* $member:ident = $code:tt),+ $(,)?
    })+) => {$(
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::serde::Serialize, ::serde::Deserialize, ::ts_rs::TS,
        )]
        $vis enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $member),+
        }

        impl $crate::base::word::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$member),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$member => $code),+
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($crate::base::word::Word::code(*self))
            }
        }
    )+};
}

#[cfg(test)]
mod tests {
    use super::Word;
    use ts_rs::TS;

    words! {
        /// Two colours.
        enum Colour {
            Red = "MERAH",
            /// Not blue.
            Green = "HIJAU-MUDA",
        }
    }

    #[test]
    fn a_word_is_sent_and_read_by_its_code() {
        assert_eq!(serde_json::to_string(&Colour::Green).unwrap(), "\"HIJAU-MUDA\"");
        assert_eq!(serde_json::from_str::<Colour>("\"MERAH\"").unwrap(), Colour::Red);
        assert_eq!(Colour::parse("HIJAU-MUDA"), Some(Colour::Green));
        assert_eq!(Colour::parse("hijau-muda"), None);
        assert_eq!(Colour::Red.to_string(), "MERAH");
    }

    #[test]
    fn the_page_sees_a_union_of_codes() {
        assert_eq!(Colour::inline(&ts_rs::Config::default()), "\"MERAH\" | \"HIJAU-MUDA\"");
    }
}
