//! Everything that is held on one person, as a paper: the right of access (UU 27/2022 Ps 7).

use crate::{
    paper::{letterhead, place},
    words::word,
};
use balai_documents::print::{
    PersonDossier, Section, Signatory, TableColumn, TablePaper,
    words::{tanggal, tanggal_pukul, tempat_tanggal},
};
use balai_domain::{
    base::{word::Word, zone::Zone},
    people::{dossier::Dossier, region_index::RegionIndex},
    store::{about::RowAbout, history::Change, log::Kind},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// The area of the words for a column's codes.
const CODED: &[(&str, &str)] = &[
    ("sex", "sex"),
    ("religion", "religion"),
    ("marital", "marital"),
    ("education", "education"),
    ("level", "education"),
    ("employment", "employment"),
    ("nik_status", "nik_status"),
    ("legal_basis", "legal_basis"),
    ("seeker_status", "seeker_status"),
    ("placement_scope", "placement_scope"),
    ("void_reason", "void_reason"),
    ("state", "application_state"),
    ("source", "application_source"),
];
/// The area of the words for the kinds of a table's rows.
const KINDS: &[(&str, &str)] =
    &[("background", "background_kind"), ("document", "document_kind"), ("seeker_event", "seeker_event")];

/// The paper. `officer` hands it out at `now`, by the office's wall clock; empty: a line to write on.
pub fn dossier(held: &Dossier, officer: &str, now: NaiveDateTime) -> PersonDossier {
    let office = held.office.as_ref();
    let zone = office.map(|office| office.zone.code()).unwrap_or_default();
    let by = if officer.is_empty() { String::new() } else { format!(" oleh {officer}") };
    let mut sections: Vec<Section> =
        held.rows.iter().map(|row| section(row, office.map(|office| office.zone))).collect();
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
        printed: format!("Memuat data pribadi. Dicetak {} {zone}{by}", tanggal_pukul(now)),
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

fn section(row: &RowAbout, zone: Option<Zone>) -> Section {
    let fields = row.cells.iter().filter(|(column, _)| !is_reference(column));
    let fields = fields.map(|(column, value)| (label(column), worded(&row.table, column, value, zone)));
    Section { title: word("dossier", &row.table), fields: fields.collect(), tables: Vec::new() }
}

/// Ids and hashes tell a person nothing.
fn is_reference(column: &str) -> bool {
    column.ends_with("_id") || column.ends_with("_hash") || ["merged_into", "renewed_from", "seen_by"].contains(&column)
}

fn label(column: &str) -> String {
    let of_person = word("field", column);
    if of_person == column { word("dossier_field", column) } else { of_person }
}

/// A value as a person reads it: codes and regions in words, days and moments the Indonesian way.
fn worded(table: &str, column: &str, value: &str, zone: Option<Zone>) -> String {
    let areas = if column == "kind" { KINDS } else { CODED };
    let sought = if column == "kind" { table } else { column };
    if let Some((_, area)) = areas.iter().find(|(name, _)| *name == sought) {
        return word(area, value);
    }
    if column == "disability" {
        return value.split(',').map(|code| word("disability", code)).collect::<Vec<_>>().join(", ");
    }
    if column.ends_with("_code") {
        return RegionIndex::shared().name(value).unwrap_or(value).to_owned();
    }
    if (table, column) == ("disclosure", "field") {
        let whole = word("disclosed", value);
        return if whole == value { label(value) } else { whole };
    }
    if let Ok(moment) = value.parse::<DateTime<Utc>>() {
        return tanggal_pukul(local(moment, zone));
    }
    match value.parse::<NaiveDate>() {
        Ok(day) => tanggal(day),
        Err(_) => value.to_owned(),
    }
}

/// A moment by the office's wall clock.
fn local(moment: DateTime<Utc>, zone: Option<Zone>) -> NaiveDateTime {
    zone.map_or_else(|| moment.naive_utc(), |zone| zone.local(moment).naive_local())
}

fn changes(held: &Dossier) -> TablePaper {
    let zone = held.office.as_ref().map(|office| office.zone);
    let when = |change: &Change| local(change.at, zone).format("%d-%m-%Y %H.%M").to_string();
    let line = |change: &Change| {
        let act = word("verb", &change.verb);
        // The rows above say what a new row holds; here it is enough that it was made.
        let whole = match change.kind {
            Kind::Ins | Kind::Undel => Some("made"),
            Kind::Del | Kind::Erase => Some("gone"),
            _ => None,
        };
        if let Some(what) = whole {
            return vec![vec![when(change), act, word("dossier_field", what), String::new(), String::new()]];
        }
        let fields = change.fields.iter().filter(|field| !is_reference(&field.field));
        let rows = fields.map(|field| {
            let shown = |value: &Option<String>| {
                value.as_deref().map(|value| worded(&change.table, &field.field, value, zone)).unwrap_or_default()
            };
            vec![when(change), act.clone(), label(&field.field), shown(&field.before), shown(&field.after)]
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
            cells: vec![
                cell("full_name", "Siti"),
                cell("sex", "P"),
                cell("photo_hash", "ab12"),
                cell("birth_on", "1999-05-12"),
                cell("district_code", "32.16.01"),
            ],
        };
        let section = section(&row, None);
        let district = RegionIndex::shared().name("32.16.01").expect("a district");
        let expected = [
            cell("Nama lengkap", "Siti"),
            cell("Jenis kelamin", "Perempuan"),
            cell("Tanggal lahir", "12 Mei 1999"),
            cell("Kecamatan", district),
        ];
        assert_eq!(section.fields, expected);
    }

    #[test]
    fn a_look_is_told_in_words_and_by_the_office_s_clock() {
        let told = |column: &str, value: &str| worded("disclosure", column, value, Some(Zone::Wita));
        assert_eq!(told("at", "2026-11-24T17:30:07.614Z"), "25 November 2026 pukul 01.30");
        assert_eq!(told("field", "export"), "Salinan seluruh data");
        assert_eq!(told("field", "nik"), "NIK");
    }
}
