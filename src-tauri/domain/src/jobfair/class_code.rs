//! Lists of codes that are not ours to ship: occupations (*KBJI*) and branches (*KBLI*), by their edition, as an office
//! takes them in from a file.

use super::store;
use crate::store::{Result, SqliteConnection};
use serde::Deserialize;
use ts_rs::TS;

words! {
    /// Which list.
    pub enum CodeList {
        /// Occupations (*Klasifikasi Baku Jabatan Indonesia*).
        Occupation = "KBJI",
        /// Branches of industry (*Klasifikasi Baku Lapangan Usaha Indonesia*).
        Industry = "KBLI",
    }
}

table! {
    /// One code of one edition of a list.
    pub struct ClassCode = 61 "class_code" {
        /// Which list.
        1 A list: CodeList,
        /// Year of the edition.
        2 A version: i64,
        /// The code.
        3 A code: String,
        /// What it stands for.
        4 A name: String,
        /// The code above it.
        5 A parent: Option<String>,
    }
}

/// Codes to look for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CodeQuery {
    /// Which list.
    pub list: CodeList,
    /// A part of the name, or the beginning of the code.
    pub text: String,
}

/// Most codes of one answer.
const MOST: i64 = 30;

/// Codes that fit, the newest edition first.
pub async fn search(connection: &mut SqliteConnection, query: &CodeQuery) -> Result<Vec<ClassCode>> {
    store::codes_like(connection, query.list, &query.text.trim().to_lowercase(), MOST).await
}
