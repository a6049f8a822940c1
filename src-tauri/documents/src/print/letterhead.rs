//! What stands at the head and at the foot of papers: the office, and who signs.

use serde::{Serialize, Serializer};

/// The head of a letter (*kop surat*).
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Letterhead {
    /// Government, department and office, from the highest down; the last is set largest.
    pub lines: Vec<String>,
    /// Address, telephone, e-mail: one or two small lines.
    pub contact: Vec<String>,
    /// The emblem of the region (*lambang daerah*) as PNG, JPEG or SVG.
    #[serde(serialize_with = "presence")]
    pub emblem: Option<Vec<u8>>,
}

/// Who signs a paper.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Signatory {
    /// Place and date above the signature, see [`super::words::tempat_tanggal`].
    pub place_and_date: String,
    /// The post: `Pengantar Kerja,`.
    pub post: String,
    /// The name; a line to write on where it is empty.
    pub name: String,
    /// The civil servant's number (*NIP*).
    pub nip: String,
}

/// A picture goes to the press as a file of its own; the data only says that there is one.
pub(super) fn presence<S: Serializer>(picture: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bool(picture.is_some())
}

/// A day as letters write it.
pub(super) fn in_words<S: Serializer>(day: &chrono::NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&super::words::tanggal(*day))
}

/// The same where there may be none.
pub(super) fn perhaps_in_words<S: Serializer>(
    day: &Option<chrono::NaiveDate>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => in_words(day, serializer),
        None => serializer.serialize_none(),
    }
}
