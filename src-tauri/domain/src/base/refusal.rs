//! Refusals: what a person can mend. Faults are for the log.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A refusal as it crosses to the page: words live in `assets/i18n` under `area.code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Refusal {
    /// The feature that refuses, such as `people`.
    pub area: String,
    /// What is wrong, such as `nik_length`. Retired, never renamed.
    pub code: String,
    /// What the words need, such as `{"got": "15"}`.
    pub params: BTreeMap<String, String>,
}

impl Refusal {
    /// A refusal without parameters.
    pub fn new(area: &str, code: &str) -> Self {
        Self { area: area.to_owned(), code: code.to_owned(), params: BTreeMap::new() }
    }

    /// The same refusal with one parameter more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.area, self.code)
    }
}
impl std::error::Error for Refusal {}

/// Declares a feature's refusals: an enum whose variants know their `area.code`.
///
/// ```ignore
/// refusals! { "people" => PersonRefusal { NameMissing => "name_missing", NikTaken { name } => "nik_taken" } }
/// ```
#[macro_export]
macro_rules! refusals {
    ($area:literal => $(#[$meta:meta])* $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($param:ident),* $(,)? })? => $code:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum $name {
            $( $(#[$vmeta])* #[error("{}.{}", $area, $code)] $variant $({ $(
                /// What the words name.
                $param: String),* })? ),*
        }

        impl From<$name> for $crate::base::refusal::Refusal {
            fn from(refusal: $name) -> Self {
                match refusal {
                    $( $name::$variant $({ $($param),* })? => {
                        $crate::base::refusal::Refusal::new($area, $code)
                            $($(.with(stringify!($param), $param))*)?
                    } )*
                }
            }
        }
        impl From<$name> for $crate::store::Error {
            fn from(refusal: $name) -> Self {
                $crate::store::Error::Refused(refusal.into())
            }
        }
    };
}
