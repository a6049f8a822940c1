//! The timetable on paper, as a sheet and as a calendar file.

use crate::{paper, words::word};
use balai_documents::{
    print::{
        Align, ListPaper, Signatory, TableColumn, TablePaper, TimetableDay, TimetableGroup, TimetablePaper,
        TimetableRow, TimetableSession, TimetableSheet,
        words::{tanggal, tanggal_pukul, tempat_tanggal},
    },
    write::{CellOut, ColumnOut, TableOut, calendar::CalendarEntry},
};
use balai_domain::{
    base::{word::Word, zone::Zone},
    catalog::calendar::pattern::SlotKind,
    office::Office,
    scheduling::{
        batch::Batch,
        load_month::LoadMonth,
        notice::{NoticePlace, NoticeView},
        week::{WeekCell, WeekDay, WeekPlan, WeekRow, Whose},
    },
};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;

const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

fn weekday(day: NaiveDate) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

fn clock(time: NaiveTime) -> String {
    time.format("%H.%M").to_string()
}

/// Facts of a class for the head block: label and value.
pub type Head = Vec<(String, String)>;

/// The head block of a class: field of training, programme, number, kind of training with who pays.
pub fn head(field: Option<&str>, programme: Option<&str>, batch: &Batch) -> Head {
    let kind = word("batch_kind", batch.kind.code());
    let funding = batch.funding.map(|funding| word("funding", funding.code()));
    let parts = [
        ("Kejuruan", field.map(str::to_owned)),
        ("Program", programme.map(str::to_owned)),
        ("PBK ke-", batch.number.map(|number| number.to_string())),
        ("Jenis pelatihan", Some(funding.map_or(kind.clone(), |funding| format!("{kind} – {funding}")))),
    ];
    parts.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect()
}

/// The weekly timetables as one paper; `head` gives the further lines of a class's head block.
pub fn timetable(
    weeks: &[WeekPlan],
    head: impl Fn(Whose) -> Head,
    office: &Office,
    printed_by: &str,
    now: NaiveDateTime,
) -> TimetablePaper {
    TimetablePaper {
        letterhead: paper::letterhead(office),
        sheets: weeks.iter().map(|week| sheet(week, head(week.whose), office, now.date())).collect(),
        printed: format!("Dicetak {} oleh {printed_by}", tanggal_pukul(now)),
    }
}

fn sheet(week: &WeekPlan, further: Head, office: &Office, today: NaiveDate) -> TimetableSheet {
    let (title, label) = match week.whose {
        Whose::Batch(_) => ("JADWAL PELATIHAN", "Kelas"),
        Whose::Instructor(_) => ("JADWAL MENGAJAR", "Instruktur"),
        Whose::Room(_) => ("JADWAL PEMAKAIAN RUANG", "Ruang"),
    };
    let mut head = vec![(label.to_owned(), week.name.clone())];
    head.extend(further);
    head.push(("Jumlah minggu ini".into(), format!("{} JP", week.jp)));
    let until = week.monday + Days::new(6);
    let days = format!("{} – {}", tanggal(week.monday), tanggal(until));
    let officers = match week.whose {
        Whose::Batch(_) => vec![
            Signatory {
                place_and_date: tempat_tanggal(&paper::place(office), today),
                post: "Kepala,".into(),
                ..Signatory::default()
            },
            Signatory { post: "Ketua Kejuruan,".into(), ..Signatory::default() },
            Signatory { post: "Penanggung Jawab Program,".into(), ..Signatory::default() },
        ],
        _ => Vec::new(),
    };
    TimetableSheet {
        title: title.into(),
        week: week.number.map_or(days.clone(), |number| format!("Minggu ke-{number} · {days}")),
        form: String::new(),
        head,
        groups: groups(week),
        legend: legend(week),
        officers,
    }
}

/// Days side by side share their column of times when their hours are the same.
fn groups(week: &WeekPlan) -> Vec<TimetableGroup> {
    let mut groups: Vec<(&[WeekRow], TimetableGroup)> = Vec::new();
    for day in week.days.iter().filter(|day| day.rows.iter().any(|row| row.kind == SlotKind::Lesson)) {
        let printed = a_day(day, week.whose);
        match groups.last_mut().filter(|(rows, _)| *rows == day.rows) {
            Some((_, group)) => group.days.push(printed),
            None => groups
                .push((&day.rows, TimetableGroup { rows: day.rows.iter().map(a_row).collect(), days: vec![printed] })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn a_row(row: &WeekRow) -> TimetableRow {
    let lesson = row.kind == SlotKind::Lesson;
    TimetableRow {
        time: format!("{}–{}", clock(row.from), clock(row.to)),
        number: row.label.clone(),
        lesson,
        name: if lesson { String::new() } else { word("slot_kind", row.kind.code()) },
    }
}

fn a_day(day: &WeekDay, whose: Whose) -> TimetableDay {
    TimetableDay {
        name: weekday(day.day_on).into(),
        date: tanggal(day.day_on),
        closed: if day.cells.is_empty() { day.closed.clone().unwrap_or_default() } else { String::new() },
        sessions: day
            .cells
            .iter()
            .map(|cell| TimetableSession { row: cell.first, rows: cell.rows, lines: lines(cell, whose) })
            .collect(),
    }
}

fn mark(cell: &WeekCell) -> String {
    let kind = || word("session_kind", cell.kind.code());
    cell.code.clone().unwrap_or_else(|| if cell.subject.is_empty() { kind() } else { cell.subject.clone() })
}

fn initials(cell: &WeekCell) -> String {
    cell.instructors.iter().map(|(initials, _)| initials.as_str()).collect::<Vec<_>>().join("/")
}

fn lines(cell: &WeekCell, whose: Whose) -> Vec<String> {
    let room = cell.room.clone().unwrap_or_default();
    match whose {
        Whose::Batch(_) => vec![mark(cell), room, initials(cell)],
        Whose::Instructor(_) => vec![mark(cell), cell.batch.clone(), room],
        Whose::Room(_) => vec![mark(cell), cell.batch.clone(), initials(cell)],
    }
}

/// What the codes and initials of the week mean.
fn legend(week: &WeekPlan) -> Vec<(String, String)> {
    let (mut people, mut units) = (BTreeMap::new(), BTreeMap::new());
    for cell in week.days.iter().flat_map(|day| &day.cells) {
        people.extend(cell.instructors.iter().cloned());
        units.extend(cell.code.clone().map(|code| (code, cell.subject.clone())));
    }
    people.into_iter().chain(units).collect()
}

/// The sessions of some weeks as one table, a row each.
pub fn table(weeks: &[WeekPlan]) -> TableOut {
    let columns = [
        ("Pemilik jadwal", 28.0),
        ("Tanggal", 12.0),
        ("Hari", 9.0),
        ("Mulai", 8.0),
        ("Selesai", 8.0),
        ("Kode unit", 20.0),
        ("Materi", 40.0),
        ("Jenis", 12.0),
        ("Kelas", 26.0),
        ("Ruang", 10.0),
        ("Instruktur", 32.0),
    ];
    let rows = weeks.iter().flat_map(|week| {
        week.days.iter().flat_map(|day| {
            day.cells.iter().map(|cell| {
                let (from, to) = hours(day, cell);
                let names: Vec<&str> = cell.instructors.iter().map(|(_, name)| name.as_str()).collect();
                vec![
                    week.name.clone().into(),
                    day.day_on.into(),
                    weekday(day.day_on).into(),
                    clock(from).into(),
                    clock(to).into(),
                    CellOut::from(cell.code.clone()),
                    cell.subject.clone().into(),
                    word("session_kind", cell.kind.code()).into(),
                    cell.batch.clone().into(),
                    CellOut::from(cell.room.clone()),
                    names.join(", ").into(),
                ]
            })
        })
    });
    TableOut {
        title: "Jadwal".into(),
        columns: columns.into_iter().map(|(title, width)| ColumnOut::new(title, width)).collect(),
        rows: rows.collect(),
    }
}

fn hours(day: &WeekDay, cell: &WeekCell) -> (NaiveTime, NaiveTime) {
    (day.rows[cell.first].from, day.rows[cell.first + cell.rows - 1].to)
}

/// The sessions of some weeks as entries of a calendar.
pub fn entries(weeks: &[WeekPlan], zone: Zone) -> Vec<CalendarEntry> {
    let mut entries = Vec::new();
    for (week, day) in weeks.iter().flat_map(|week| week.days.iter().map(move |day| (week, day))) {
        for cell in &day.cells {
            let (from, to) = hours(day, cell);
            let moment = |time: NaiveTime| zone.utc(day.day_on.and_time(time));
            let names: Vec<&str> = cell.instructors.iter().map(|(_, name)| name.as_str()).collect();
            entries.push(CalendarEntry {
                uid: format!("{}-{}-{}@balai", week.name.replace(' ', "-"), day.day_on, clock(from)),
                from: moment(from),
                to: moment(to),
                summary: format!(
                    "{} ({})",
                    if cell.subject.is_empty() { mark(cell) } else { cell.subject.clone() },
                    cell.batch
                ),
                place: cell.room.clone().unwrap_or_default(),
                description: names.join(", "),
            });
        }
    }
    entries
}

/// The load list of a month.
pub fn loads(month: &LoadMonth, office: &Office, printed_by: &str, now: NaiveDateTime) -> ListPaper {
    let table = load_table(month);
    let width = |at: usize| {
        if at == 1 {
            3.0
        } else if at == 0 {
            0.4
        } else {
            1.0
        }
    };
    let column = |(at, column): (usize, &ColumnOut)| {
        let align = if at == 1 { Align::Start } else { Align::End };
        TableColumn::new(column.title.clone(), width(at)).aligned(align)
    };
    let shown = |cell: &CellOut| match cell {
        CellOut::Text(text) => text.clone(),
        CellOut::Number(number) => number.to_string(),
        _ => String::new(),
    };
    ListPaper {
        letterhead: paper::letterhead(office),
        title: "DAFTAR BEBAN MENGAJAR INSTRUKTUR".into(),
        subtitle: format!("Bulan {}, dalam jam pelajaran (JP)", month_name(month.month_on)),
        table: TablePaper {
            title: String::new(),
            columns: table.columns.iter().enumerate().map(column).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(shown).collect()).collect(),
        },
        note: "Satu hari OJT dihitung 10 JP. Minggu dihitung Senin sampai Minggu, juga hari di bulan sebelah.".into(),
        officer: Some(Signatory {
            place_and_date: tempat_tanggal(&paper::place(office), now.date()),
            post: "Kepala,".into(),
            ..Signatory::default()
        }),
        printed: format!("Dicetak {} oleh {printed_by}", tanggal_pukul(now)),
        watermark: String::new(),
    }
}

fn month_name(first: NaiveDate) -> String {
    let words = tanggal(first);
    words.split_once(' ').map_or(words.clone(), |(_, rest)| rest.to_owned())
}

/// The load list of a month as a sheet.
pub fn load_table(month: &LoadMonth) -> TableOut {
    let number = |jp: i64| CellOut::Number(jp as f64);
    let mut columns = vec![ColumnOut::new("No.", 5.0), ColumnOut::new("Instruktur", 32.0)];
    columns.extend(month.weeks.iter().map(|week| ColumnOut::new(format!("Minggu {}", week.format("%d-%m")), 12.0)));
    columns.extend(
        [("Hari terberat", 12.0), ("Jumlah", 10.0), ("Batas", 10.0)].map(|(title, width)| ColumnOut::new(title, width)),
    );
    let rows = month.rows.iter().zip(1..).map(|(row, at)| {
        let mut cells = vec![number(at), row.name.clone().into()];
        cells.extend(row.weeks.iter().copied().map(number));
        cells.extend([row.heaviest_day, row.month, row.month_cap].map(number));
        cells
    });
    TableOut { title: "Beban mengajar".into(), rows: rows.collect(), columns }
}

/// Where and when a session is: day, lessons, room, instructors.
pub fn place_words(place: &NoticePlace) -> String {
    let last = place.slot + place.length - 1;
    let day = format!("{} {}, JP {}–{last}", weekday(place.day_on), tanggal(place.day_on), place.slot);
    let rest = [place.room.clone().unwrap_or_default(), place.instructors.join(", ")];
    std::iter::once(day).chain(rest.into_iter().filter(|part| !part.is_empty())).collect::<Vec<_>>().join(" · ")
}

/// A notice of change.
pub fn notice(notice: &NoticeView, office: &Office, printed_by: &str, now: NaiveDateTime) -> ListPaper {
    let place = |place: &Option<NoticePlace>, none: &str| place.as_ref().map_or_else(|| none.to_owned(), place_words);
    let rows = notice.lines.iter().zip(1..).map(|(line, at)| {
        let subject =
            if line.subject.is_empty() { word("session_kind", line.kind.code()) } else { line.subject.clone() };
        vec![
            at.to_string(),
            line.batch.clone(),
            subject,
            place(&line.before, "Sesi baru"),
            place(&line.after, "Ditiadakan"),
        ]
    });
    ListPaper {
        letterhead: paper::letterhead(office),
        title: "PEMBERITAHUAN PERUBAHAN JADWAL".into(),
        subtitle: format!("Nomor {} · {}", notice.number, tanggal(now.date())),
        table: TablePaper {
            title: String::new(),
            columns: vec![
                TableColumn::new("No.", 0.3).aligned(Align::End),
                TableColumn::new("Kelas", 1.4),
                TableColumn::new("Materi", 2.0),
                TableColumn::new("Semula", 2.2),
                TableColumn::new("Menjadi", 2.2),
            ],
            rows: rows.collect(),
        },
        note: notice.reason.as_ref().map(|reason| format!("Alasan: {reason}")).unwrap_or_default(),
        officer: Some(Signatory {
            place_and_date: tempat_tanggal(&paper::place(office), now.date()),
            post: "Kepala,".into(),
            ..Signatory::default()
        }),
        printed: format!("Dicetak {} oleh {printed_by}", tanggal_pukul(now)),
        watermark: String::new(),
    }
}
