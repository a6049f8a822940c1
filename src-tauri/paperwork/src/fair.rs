//! Papers and workbooks of a job fair.

use crate::{paper::letterhead, words::word, workbook};
use balai_documents::{
    print::{
        Align, FloorBooth, FloorHall, FloorPaper, ListPaper, PostsPaper, TableColumn, TablePaper, TicketPaper,
        words::{tanggal, tanggal_pukul},
    },
    write::{CellOut, ColumnOut, TableOut},
};
use balai_domain::{
    base::word::Word,
    jobfair::{
        advice::BoothAdvice,
        fair::{Fair, FairDetail},
        floor::HallView,
        import::columns::{self, FairSheetKind, FairTable, FairTarget},
        job_application::vacancy_code,
        outcome::{FairReport, FunnelBy, FunnelRow},
        participation::ParticipationRow,
        result_sheet::ResultLine,
        ticket,
        vacancy::Vacancy,
        visit::Visit,
    },
    office::Office,
    store::{Error, Result},
};
use chrono::NaiveDateTime;
use std::path::Path;

/// The sheet with most columns of this kind, then with most rows. Refuses `fair_import.no_table` and what a file can be.
pub fn read(path: &Path, kind: FairSheetKind) -> Result<(String, FairTable)> {
    let sheets = workbook::read(path)?;
    let tables = sheets.iter().filter_map(|sheet| {
        let rows: Vec<Vec<String>> =
            sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect()).collect();
        let table = columns::find_table(kind, &rows)?;
        let known = table.columns.iter().filter(|column| column.target != FairTarget::Ignore).count();
        Some((!sheet.hidden, known, table.rows.len(), sheet.name.clone(), table))
    });
    let best = tables.max_by_key(|(shown, known, rows, ..)| (*shown, *known, *rows));
    let (.., name, table) = best.ok_or_else(|| Error::refused("fair_import", "no_table"))?;
    Ok((name, table))
}

fn days(fair: &Fair) -> String {
    let days = if fair.starts_on == fair.ends_on {
        tanggal(fair.starts_on)
    } else {
        format!("{} s.d. {}", tanggal(fair.starts_on), tanggal(fair.ends_on))
    };
    [Some(days), fair.place.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A visitor's ticket.
pub fn ticket(
    visit: &Visit,
    name: &str,
    detail: &FairDetail,
    booths: &[BoothAdvice],
    office: Option<&Office>,
) -> TicketPaper {
    let fair = &detail.row.fair;
    let session = detail.sessions.iter().find(|session| Some(session.id) == visit.session_id);
    let when = match session {
        Some(one) => {
            let (from, to) = (one.from_time.format("%H.%M"), one.to_time.format("%H.%M"));
            let place = fair.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
            format!("{} pukul {from}–{to}{place}", tanggal(one.day_on))
        }
        None => days(fair),
    };
    let advice = |one: &BoothAdvice| {
        let best = one.fit.parts.iter().filter(|part| part.points > 0).take(3);
        let why = best.map(|part| word("fit_kind", part.kind.code())).collect::<Vec<_>>().join(", ");
        let why = if why.is_empty() { String::new() } else { format!("Cocok: {why}") };
        (one.booth.clone().unwrap_or_default(), format!("{} – {}", one.company, one.title), why)
    };
    TicketPaper {
        office: office.map(|office| office.name.clone()).unwrap_or_default(),
        fair: fair.name.clone(),
        when,
        name: name.to_owned(),
        code: visit.ticket.clone(),
        shown: ticket::shown(&visit.ticket),
        booths: booths.iter().map(advice).collect(),
        notes: vec![
            "Masuk dan melamar tidak dipungut biaya. Tunjukkan kode ini di gerbang dan di stan.".to_owned(),
            "Perusahaan hanya melihat data yang Anda setujui; NIK tidak pernah diperlihatkan.".to_owned(),
        ],
    }
}

/// The floor plan.
pub fn floor(fair: &Fair, halls: &[HallView], companies: &[ParticipationRow]) -> FloorPaper {
    let at = |code: &str| {
        let here = companies.iter().filter(|row| row.booth.as_deref() == Some(code));
        here.map(|row| row.company.clone()).collect::<Vec<_>>().join(" / ")
    };
    let hall = |view: &HallView| FloorHall {
        name: view.hall.name.clone(),
        width: view.hall.width,
        depth: view.hall.depth,
        entrance: view.hall.entrance,
        booths: view
            .booths
            .iter()
            .map(|booth| FloorBooth {
                company: at(&booth.code),
                code: booth.code.clone(),
                x: booth.x,
                y: booth.y,
                width: booth.width,
                depth: booth.depth,
            })
            .collect(),
    };
    FloorPaper { fair: fair.name.clone(), when: days(fair), halls: halls.iter().map(hall).collect() }
}

/// The sheet of a booth.
pub fn posts(company: &str, posts: &[Vacancy]) -> PostsPaper {
    let post =
        |vacancy: &Vacancy| (vacancy.title.clone(), format!("{} orang", vacancy.openings()), vacancy_code(vacancy.id));
    PostsPaper { company: company.to_owned(), posts: posts.iter().map(post).collect() }
}

/// What a line of a funnel is about, in words.
fn funnel_value(row: &FunnelRow) -> String {
    if row.value == "-" {
        return "Tidak diketahui".to_owned();
    }
    match row.by {
        FunnelBy::All => "Semua pengunjung".to_owned(),
        FunnelBy::Sex => word("sex", &row.value),
        FunnelBy::Education => word("education", &row.value),
        FunnelBy::Age => format!("{} tahun", row.value),
        FunnelBy::Origin | FunnelBy::Disability => word("funnel_value", &row.value),
    }
}

/// The lines of a report: part, what is counted, and up to four numbers.
fn report_lines(report: &FairReport) -> Vec<[String; 6]> {
    let n = |number: i64| number.to_string();
    let line = |part: &str, what: &str, number: i64| {
        [part.to_owned(), what.to_owned(), n(number), String::new(), String::new(), String::new()]
    };
    let mut lines = vec![
        line("Perusahaan", "Diundang atau mendaftar", report.invited),
        line("Perusahaan", "Hadir", report.present),
        line("Lowongan", "Jabatan", report.posts),
        line("Lowongan", "Kebutuhan laki-laki", report.men),
        line("Lowongan", "Kebutuhan perempuan", report.women),
        line("Lowongan", "Kebutuhan bebas", report.either),
        line("Lowongan", "Jabatan ramah disabilitas", report.friendly),
        line("Pengunjung", "Tiket diberikan", report.registered),
        line("Lamaran", "Jumlah lamaran", report.applications),
        line("Penempatan", "Tercatat sebagai penempatan", report.placements),
    ];
    lines.extend(report.funnel.iter().map(|row| {
        let part = word("funnel_by", row.by.code());
        [part, funnel_value(row), n(row.visitors), n(row.applicants), n(row.interviewed), n(row.hired)]
    }));
    let post = |part: &str, post: &balai_domain::jobfair::outcome::PostRow| {
        let what = format!("{} – {}", post.title, post.company);
        [part.to_owned(), what, String::new(), n(post.applied), String::new(), n(post.hired)]
    };
    lines.extend(report.most_sought.iter().map(|row| post("Paling diminati", row)));
    lines.extend(report.unfilled.iter().map(|row| post("Belum terisi", row)));
    lines.extend(report.silent.iter().map(|name| {
        let mut row = line("Belum melapor", name, 0);
        row[2].clear();
        row
    }));
    lines
}

const HEADS: [(&str, f64); 6] = [
    ("Bagian", 1.3),
    ("Uraian", 3.2),
    ("Jumlah / pengunjung", 1.0),
    ("Pelamar", 0.8),
    ("Wawancara", 0.9),
    ("Diterima", 0.8),
];

/// The report of a fair on paper.
pub fn report(report: &FairReport, office: Option<&Office>, officer: &str, now: NaiveDateTime) -> ListPaper {
    let column = |(at, (title, width)): (usize, &(&str, f64))| {
        let column = TableColumn::new(*title, *width);
        if at >= 2 { column.aligned(Align::End) } else { column }
    };
    let zone = office.map(|office| office.zone.code()).unwrap_or_default();
    ListPaper {
        letterhead: office.map(letterhead).unwrap_or_default(),
        title: format!("LAPORAN {}", report.fair.name.to_uppercase()),
        subtitle: days(&report.fair),
        table: TablePaper {
            title: String::new(),
            columns: HEADS.iter().enumerate().map(column).collect(),
            rows: report_lines(report).into_iter().map(|line| line.to_vec()).collect(),
        },
        note: "Umur dihitung pada hari pertama; tiap orang dihitung satu kali.".to_owned(),
        officer: None,
        printed: format!("Dicetak {} {zone} oleh {officer}", tanggal_pukul(now)),
        watermark: String::new(),
    }
}

/// The report of a fair as a workbook.
pub fn report_table(report: &FairReport) -> TableOut {
    let cell = |text: String| match text.parse::<f64>() {
        Ok(number) => CellOut::Number(number),
        Err(_) if text.is_empty() => CellOut::Empty,
        Err(_) => CellOut::Text(text),
    };
    TableOut {
        title: "Laporan bursa kerja".to_owned(),
        columns: HEADS.iter().map(|(title, width)| ColumnOut::new(*title, width * 14.0)).collect(),
        rows: report_lines(report).into_iter().map(|line| line.into_iter().map(cell).collect()).collect(),
    }
}

/// The result sheet of a company, filled in with whoever applied.
pub fn result_table(company: &str, lines: &[ResultLine]) -> TableOut {
    let columns = [
        ("Kode tiket", 28.0),
        ("Nama pelamar", 30.0),
        ("Jabatan", 28.0),
        ("Hasil", 22.0),
        ("Tanggal mulai", 16.0),
        ("Upah", 14.0),
        ("Keterangan", 30.0),
    ];
    let row = |line: &ResultLine| {
        let said = if line.state.ended() { word("job_state", line.state.code()) } else { String::new() };
        vec![
            CellOut::Text(ticket::shown(&line.ticket)),
            CellOut::Text(line.full_name.clone()),
            CellOut::Text(line.title.clone()),
            CellOut::Text(said),
            line.starts_on.into(),
            CellOut::Empty,
            CellOut::Empty,
        ]
    };
    TableOut {
        title: format!("Hasil {company}"),
        columns: columns.into_iter().map(|(title, width)| ColumnOut::new(title, width)).collect(),
        rows: lines.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_documents::write;
    use balai_domain::{base::id::Id, jobfair::job_application::JobState};

    #[test]
    fn a_result_sheet_that_comes_back_is_read_by_its_headings() {
        let line = ResultLine {
            application: Id::new(chrono::DateTime::UNIX_EPOCH),
            ticket: ticket::of_bits(7),
            full_name: "Siti Contoh".into(),
            title: "Operator jahit".into(),
            state: JobState::Applied,
            starts_on: None,
        };
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("hasil.xlsx");
        std::fs::write(&file, write::xlsx(&result_table("PT Contoh", &[line])).expect("a sheet")).expect("written");
        let (_, table) = read(&file, FairSheetKind::Results).expect("read");
        use FairTarget as T;
        let targets: Vec<FairTarget> = table.columns.iter().map(|column| column.target).collect();
        assert_eq!(targets, [T::Ticket, T::Person, T::Title, T::Result, T::Starts, T::Wage, T::Reason]);
        assert_eq!(ticket::read(&table.rows[0].1[0]), Ok(ticket::of_bits(7)));
    }
}
