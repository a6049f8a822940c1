//! The list of applicants (*daftar pendaftar pelatihan*) as a paper, as the screen shows it: numbers stay masked.

use crate::{paper::letterhead, words::word};
use balai_documents::print::{Align, ListPaper, TableColumn, TablePaper, words::tanggal_pukul};
use balai_domain::{base::word::Word, office::Office, registration::list::ApplicationRow};
use chrono::{NaiveDate, NaiveDateTime};

/// The paper, of rows in the order of the list. `officer` prints it at `now`, by the office's wall clock.
pub fn applicants(rows: &[ApplicationRow], office: Option<&Office>, officer: &str, now: NaiveDateTime) -> ListPaper {
    let of =
        |row: &ApplicationRow| [row.programme.clone(), row.intake.clone()].map(Option::unwrap_or_default).join(" · ");
    let first = rows.first().map(of).unwrap_or_default();
    // Of one intake, its name stands once above; otherwise beside every name.
    let mixed = rows.iter().any(|row| of(row) != first);
    let mut columns = vec![
        TableColumn::new("No.", 0.4).aligned(Align::End),
        TableColumn::new("Nomor daftar", 1.5),
        TableColumn::new("Nama lengkap", 2.0),
        TableColumn::new("NIK", 1.5),
        TableColumn::new("Tgl. lahir", 0.9),
    ];
    if mixed {
        columns.push(TableColumn::new("Program", 1.9));
    }
    columns.extend([TableColumn::new("Status", 1.2), TableColumn::new("Sejak", 0.9)]);
    let line = |(at, row): (usize, &ApplicationRow)| {
        let mut cells = vec![(at + 1).to_string(), row.number.clone(), row.full_name.clone()];
        cells.push(row.nik_masked.clone().unwrap_or_default());
        cells.push(row.birth_on.map(day).unwrap_or_default());
        if mixed {
            cells.push(row.programme.clone().or_else(|| row.wish.clone()).unwrap_or_default());
        }
        cells.extend([word("application_state", row.state.code()), day(row.state_on)]);
        cells
    };
    let zone = office.map(|office| office.zone.code()).unwrap_or_default();
    ListPaper {
        letterhead: office.map(letterhead).unwrap_or_default(),
        title: "DAFTAR PENDAFTAR PELATIHAN".to_owned(),
        subtitle: if mixed { String::new() } else { first.trim_matches([' ', '·']).to_owned() },
        table: TablePaper { title: String::new(), columns, rows: rows.iter().enumerate().map(line).collect() },
        note: format!("Jumlah: {} orang.", rows.len()),
        officer: None,
        printed: format!("Dicetak {} {zone} oleh {officer}", tanggal_pukul(now)),
        watermark: String::new(),
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_documents::print;
    use balai_domain::{
        base::id::Id,
        registration::{application::ApplicationSource, state::ApplicationState},
    };

    fn row(name: &str, programme: &str) -> ApplicationRow {
        let born = NaiveDate::from_ymd_opt(1999, 5, 12).expect("a day");
        ApplicationRow {
            id: Id::new(chrono::DateTime::UNIX_EPOCH),
            number: "P-3216-2026-00001".into(),
            person_id: Id::new(chrono::DateTime::UNIX_EPOCH),
            full_name: name.into(),
            nik_masked: Some("3216••••••••0001".into()),
            birth_on: Some(born),
            intake_id: None,
            intake: Some("Angkatan 1/2026".into()),
            programme: Some(programme.into()),
            wish: None,
            state: ApplicationState::Registered,
            state_on: born,
            applied_on: born,
            source: ApplicationSource::Counter,
            missing: 0,
            noted: false,
        }
    }

    #[test]
    fn the_programme_stands_above_the_list_of_one_intake_and_beside_the_names_of_several() {
        let now = NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(8, 5, 0)).expect("a moment");
        let one = applicants(&[row("Siti", "Barista"), row("Budi", "Barista")], None, "Rina", now);
        assert_eq!((one.subtitle.as_str(), one.table.columns.len()), ("Barista · Angkatan 1/2026", 7));
        assert_eq!(one.table.rows[1][..4], ["2", "P-3216-2026-00001", "Budi", "3216••••••••0001"]);
        let two = applicants(&[row("Siti", "Barista"), row("Budi", "Menjahit")], None, "Rina", now);
        assert_eq!((two.subtitle.as_str(), two.table.rows[1][5].as_str()), ("", "Menjahit"));
        assert!(print::list(&two).and_then(|set| set.pdf()).expect("printed").starts_with(b"%PDF-"));
        assert!(print::list(&applicants(&[], None, "", now)).is_ok(), "a list of nobody is a paper too");
    }
}
