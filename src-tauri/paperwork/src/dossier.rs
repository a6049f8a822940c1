//! Everything that is held on one person, as a paper: the right of access (UU 27/2022 Ps 7).

use crate::{
    paper::{letterhead, place},
    words::word,
};
use balai_documents::print::{
    PersonDossier, Section, Signatory, TableColumn, TablePaper,
    words::{tanggal_pukul, tempat_tanggal},
};
use balai_domain::{
    base::word::Word,
    people::dossier::Dossier,
    store::{about::RowAbout, history::Change},
};
use chrono::NaiveDateTime;

/// Columns whose values are codes with words under the same name.
const CODED: &[&str] = &[
    "sex",
    "religion",
    "marital",
    "education",
    "employment",
    "nik_status",
    "legal_basis",
    "seeker_status",
    "placement_scope",
    "void_reason",
];

/// The paper. `officer` hands it out at `now`, by the office's wall clock.
pub fn dossier(held: &Dossier, officer: &str, now: NaiveDateTime) -> PersonDossier {
    let office = held.office.as_ref();
    let zone = office.map(|office| office.zone.code()).unwrap_or_default();
    let mut sections: Vec<Section> = held.rows.iter().map(section).collect();
    if !held.changes.is_empty() {
        sections.push(Section {
            title: "Riwayat perubahan".to_owned(),
            fields: Vec::new(),
            tables: vec![changes(held)],
        });
    }
    PersonDossier {
        letterhead: office.map(letterhead).unwrap_or_default(),
        title: "SALINAN DATA PRIBADI".to_owned(),
        subject: held.full_name.clone(),
        printed: format!("Memuat data pribadi. Dicetak {} {zone} oleh {officer}", tanggal_pukul(now)),
        officer: Signatory {
            place_and_date: tempat_tanggal(&office.map(place).unwrap_or_default(), now.date()),
            post: "Petugas,".to_owned(),
            name: officer.to_owned(),
            nip: String::new(),
        },
        sections,
        photo: held.photo.clone(),
    }
}

fn section(row: &RowAbout) -> Section {
    let fields = row.cells.iter().filter(|(column, _)| !is_reference(column));
    let fields = fields.map(|(column, value)| (word("field", column), worded(column, value)));
    Section { title: word("dossier", &row.table), fields: fields.collect(), tables: Vec::new() }
}

/// Ids and hashes tell a person nothing.
fn is_reference(column: &str) -> bool {
    column.ends_with("_id") || column.ends_with("_hash") || ["merged_into", "renewed_from", "seen_by"].contains(&column)
}

fn worded(column: &str, value: &str) -> String {
    if CODED.contains(&column) { word(column, value) } else { value.to_owned() }
}

fn changes(held: &Dossier) -> TablePaper {
    let zone = held.office.as_ref().map(|office| office.zone);
    let when = |change: &Change| {
        let local = zone.map(|zone| zone.local(change.at).naive_local()).unwrap_or_else(|| change.at.naive_utc());
        local.format("%d-%m-%Y %H.%M").to_string()
    };
    let line = |change: &Change| {
        let fields = change.fields.iter().filter(|field| !is_reference(&field.field));
        let rows = fields.map(|field| {
            let shown = |value: &Option<String>| value.as_deref().map(|v| worded(&field.field, v)).unwrap_or_default();
            let act = word("verb", &change.verb);
            vec![when(change), act, word("field", &field.field), shown(&field.before), shown(&field.after)]
        });
        rows.collect::<Vec<_>>()
    };
    TablePaper {
        title: "Semua perubahan, yang terbaru di atas".to_owned(),
        columns: vec![
            TableColumn::new("Waktu", 1.3),
            TableColumn::new("Tindakan", 1.4),
            TableColumn::new("Isian", 1.2),
            TableColumn::new("Sebelum", 1.6),
            TableColumn::new("Sesudah", 2.0),
        ],
        rows: held.changes.iter().flat_map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_becomes_labelled_words_without_ids() {
        let cell = |column: &str, value: &str| (column.to_owned(), value.to_owned());
        let row = RowAbout {
            table: "person".to_owned(),
            id: Default::default(),
            cells: vec![cell("full_name", "Siti"), cell("sex", "P"), cell("photo_hash", "ab12")],
        };
        let section = section(&row);
        let expected = [cell("Nama lengkap", "Siti"), cell("Jenis kelamin", "Perempuan")];
        assert_eq!(section.fields, expected);
    }
}
