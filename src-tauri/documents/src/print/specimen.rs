//! Made-up data for each paper: the tests print it, and so does `cargo run -p balai-documents --example papers`.

use chrono::NaiveDate;

use super::*;

const PHOTO: &[u8] = include_bytes!("../../../../tests/fixtures/pas-foto.jpg");
/// Three hills and a sun; no region bears it.
const EMBLEM: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 44"><path d="M2 2h36v22q0 14-18 18Q2 38 2 24z" fill="#fff" stroke="#000" stroke-width="2"/><circle cx="20" cy="14" r="5"/><path d="M6 30l9-11 6 7 5-5 8 9q-5 6-14 8-10-2-14-8z"/></svg>"##;

/// A day of that year.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The head of an office that does not exist.
pub fn letterhead() -> Letterhead {
    Letterhead {
        lines: vec!["PEMERINTAH KABUPATEN SUKAMAJU".into(), "DINAS TENAGA KERJA".into()],
        contact: vec![
            "Jalan Pemuda Nomor 12, Sukamaju 17340".into(),
            "Telepon (021) 5550123 · disnaker@sukamaju.example".into(),
        ],
        emblem: Some(EMBLEM.to_vec()),
    }
}

/// An officer of that office.
pub fn officer() -> Signatory {
    Signatory {
        place_and_date: words::tempat_tanggal("Sukamaju", day(2026, 11, 24)),
        post: "Pengantar Kerja,".into(),
        name: "Rina Kusumawati, S.Sos.".into(),
        nip: "19850612 201001 2 003".into(),
    }
}

/// A card filled in as most are.
pub fn card_paper(layout: CardLayout) -> CardPaper {
    let report = |year, month| CardReport { due_on: day(year, month, 24), reported_on: None, officer: String::new() };
    CardPaper {
        letterhead: letterhead(),
        layout,
        number: "3299/2026/11/00042".into(),
        valid_until: day(2028, 11, 24),
        nik: "3299015205990003".into(),
        name: "Siti Nur Ma'rufah".into(),
        birth_place: "Sukamaju".into(),
        birth_date: day(1999, 5, 12),
        sex: "Perempuan".into(),
        marital: "Belum kawin".into(),
        religion: Some("Islam".into()),
        address: CardAddress {
            street: "Jl. Melati Gg. 3 No. 5".into(),
            rt: "004".into(),
            rw: "002".into(),
            village: "Karanganyar".into(),
            district: "Sukamaju Kota".into(),
            regency: "Kab. Sukamaju".into(),
            postcode: "17340".into(),
        },
        phone: "0812-3456-7890".into(),
        email: "siti.nur@surat.example".into(),
        education: vec![
            CardEducation { level: "SD Negeri Karanganyar 2".into(), major: String::new(), year: "2011".into() },
            CardEducation { level: "SMP Negeri 1 Sukamaju".into(), major: String::new(), year: "2014".into() },
            CardEducation { level: "SMK Negeri 2 Sukamaju".into(), major: "Tata Busana".into(), year: "2017".into() },
        ],
        skills: vec![
            CardSkill { text: "Menjahit pakaian wanita (sertifikat BLK)".into(), year: "2018".into() },
            CardSkill { text: "Operator jahit, CV Karya Sandang".into(), year: "2019–2023".into() },
        ],
        languages: vec!["Indonesia".into(), "Sunda".into(), "Inggris (dasar)".into()],
        wished_job: "Penjahit".into(),
        wished_place: "Dalam kabupaten (AKL), antarprovinsi (AKAD)".into(),
        officer: officer(),
        reports: vec![report(2027, 5), report(2027, 11), report(2028, 5)],
        notes: CardPaper::usual_notes(2, 6),
        photo: Some(PHOTO.to_vec()),
    }
}

/// A card on which nothing is known that may be unknown.
pub fn empty_card(layout: CardLayout) -> CardPaper {
    CardPaper {
        letterhead: Letterhead { emblem: None, ..letterhead() },
        birth_place: String::new(),
        marital: String::new(),
        religion: None,
        address: CardAddress::default(),
        phone: String::new(),
        email: String::new(),
        education: Vec::new(),
        skills: Vec::new(),
        languages: Vec::new(),
        wished_job: String::new(),
        wished_place: String::new(),
        officer: Signatory { post: "Pengantar Kerja,".into(), ..Signatory::default() },
        photo: None,
        ..card_paper(layout)
    }
}

/// A card on which everything is as long as it can be, with every sign that means something to a typesetter.
pub fn full_card(layout: CardLayout) -> CardPaper {
    let mut paper = card_paper(layout);
    paper.letterhead.lines.insert(1, "SEKRETARIAT DAERAH #1 *bidang* _penempatan_".into());
    paper.name = "Raden Roro Dyah Ayu Kusumaningtyas Ma'ruf-O'Brien #$*_ Putri".into();
    paper.birth_place = "Kotawaringin Timur-Sampit".into();
    paper.address.street = "Perumahan Griya Asri Permai Blok AA-12 Nomor 105, Gang Kenanga @ $5 <b> \\ ~ `kode`".into();
    paper.address.village = "Karanganyar Gunung Kidul Wetan".into();
    paper.email = "nama.yang.sangat.panjang.sekali.untuk.uji@subdomain.kabupaten.example".into();
    paper.education = (0..8)
        .map(|at| CardEducation {
            level: format!("Universitas Negeri Sukamaju Kampus {at}"),
            major: "Teknik Pendingin dan Tata Udara".into(),
            year: "2011".into(),
        })
        .collect();
    paper.skills = (0..8)
        .map(|at| CardSkill {
            text: format!("Pengelasan SMAW posisi 3F dan GTAW, tingkat {at}, bersertifikat"),
            year: "2019–2023".into(),
        })
        .collect();
    paper.languages = ["Indonesia", "Jawa", "Sunda", "Madura", "Inggris", "Jepang (N4)", "Mandarin", "Arab"]
        .map(String::from)
        .to_vec();
    paper.wished_job = "Operator mesin pendingin industri dan tata udara gedung".into();
    paper.officer.name = "Dr. Hj. Raden Ayu Kusumawardhani, S.Sos., M.A.P., M.Si.".into();
    paper.reports.push(CardReport {
        due_on: day(2028, 11, 24),
        reported_on: Some(day(2028, 11, 20)),
        officer: "Rina K.".into(),
    });
    paper
}

/// A dossier of some pages.
pub fn person_dossier(changes: usize) -> PersonDossier {
    let field = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let change = |at: usize| {
        vec![
            format!("{:02}-11-2026 08.{:02}", 1 + at % 28, at % 60),
            "Rina K.".to_owned(),
            "Alamat".to_owned(),
            "Jl. Melati 5".to_owned(),
            "Jl. Melati Gg. 3 No. 5 #1 *baru*".to_owned(),
        ]
    };
    PersonDossier {
        letterhead: letterhead(),
        title: "SALINAN DATA PRIBADI".into(),
        subject: "Siti Nur Ma'rufah · nomor pendaftaran 3299/2026/11/00042".into(),
        printed: "Memuat data pribadi. Dicetak 24 November 2026 pukul 08.05 WIB oleh Rina Kusumawati".into(),
        officer: officer(),
        sections: vec![
            Section {
                title: "Identitas".into(),
                fields: vec![
                    field("NIK", "3299015205990003"),
                    field("Nama lengkap", "Siti Nur Ma'rufah"),
                    field("Tempat, tanggal lahir", "Sukamaju, 12 Mei 1999"),
                    field("Jenis kelamin", "Perempuan"),
                    field("Agama", ""),
                    field(
                        "Alamat",
                        "Jl. Melati Gg. 3 No. 5 RT 004/RW 002, Desa/Kel. Karanganyar, Kec. Sukamaju Kota, Kab. Sukamaju 17340",
                    ),
                    field("Telepon", "0812-3456-7890"),
                    field(
                        "Dasar pemrosesan",
                        "Tugas pelayanan publik; pemberitahuan versi 1.0 diterima 24 November 2026",
                    ),
                ],
                tables: Vec::new(),
            },
            Section { title: "Disabilitas".into(), ..Section::default() },
            Section {
                title: "Riwayat perubahan".into(),
                fields: Vec::new(),
                tables: vec![TablePaper {
                    title: "Semua perubahan, yang terbaru di atas".into(),
                    columns: vec![
                        TableColumn::new("Waktu", 1.3),
                        TableColumn::new("Petugas", 1.0),
                        TableColumn::new("Isian", 1.0),
                        TableColumn::new("Sebelum", 1.6),
                        TableColumn::new("Sesudah", 2.2),
                    ],
                    rows: (0..changes).map(change).collect(),
                }],
            },
        ],
        photo: Some(PHOTO.to_vec()),
    }
}

/// A receipt with two documents missing.
pub fn receipt_paper() -> ReceiptPaper {
    let document = |name: &str, received| RequiredDocument { name: name.to_owned(), received };
    ReceiptPaper {
        letterhead: Letterhead {
            lines: vec!["PEMERINTAH KABUPATEN SUKAMAJU".into(), "UPTD BALAI LATIHAN KERJA".into()],
            ..letterhead()
        },
        number: "BLK-3299/2026/00317".into(),
        name: "Siti Nur Ma'rufah".into(),
        programme: "Menjahit Pakaian Wanita Dewasa (240 JP)".into(),
        registered_on: "24 November 2026".into(),
        more: vec![("Gelombang".into(), "I tahun 2027, seleksi 11 Januari 2027".into())],
        documents: vec![
            document("Fotokopi KTP-el", true),
            document("Fotokopi ijazah terakhir", true),
            document("Pas foto 3 × 4, dua lembar", false),
            document("Surat keterangan sehat", false),
        ],
        next_steps: vec![
            "Lengkapi berkas paling lambat 4 Januari 2027.".into(),
            "Seleksi tertulis dan wawancara: 11 Januari 2027 pukul 08.00 di aula.".into(),
            "Pengumuman: 15 Januari 2027 di papan pengumuman dan melalui WhatsApp.".into(),
        ],
        officer: officer(),
    }
}

/// A register of so many rows.
pub fn list_paper(rows: usize) -> ListPaper {
    let row = |at: usize| {
        [
            (at + 1).to_string(),
            format!("BLK-3299/2026/{:05}", at + 1),
            ["Siti Nur Ma'rufah", "Budi #1 *Santoso*", "I Made Wirawan", "Yuliana Wibowo Tanjung"][at % 4].to_owned(),
            ["P", "L"][at % 2].to_owned(),
            "12-05-1999".to_owned(),
            ["SMK Tata Busana", "", "S1 Manajemen"][at % 3].to_owned(),
            "Karanganyar, Sukamaju Kota".to_owned(),
            ["Terdaftar", "Berkas lengkap"][at % 2].to_owned(),
        ]
        .to_vec()
    };
    ListPaper {
        letterhead: letterhead(),
        title: "DAFTAR PENDAFTAR PELATIHAN".into(),
        subtitle: "Menjahit Pakaian Wanita Dewasa · Gelombang I tahun 2027".into(),
        table: TablePaper {
            title: String::new(),
            columns: vec![
                TableColumn::new("No.", 0.4).aligned(Align::End),
                TableColumn::new("Nomor", 1.5),
                TableColumn::new("Nama", 2.0),
                TableColumn::new("L/P", 0.4).aligned(Align::Center),
                TableColumn::new("Tgl. lahir", 0.9),
                TableColumn::new("Pendidikan", 1.3),
                TableColumn::new("Alamat", 1.8),
                TableColumn::new("Status", 1.1),
            ],
            rows: (0..rows).map(row).collect(),
        },
        note: format!("Jumlah: {rows} orang."),
        officer: Some(officer()),
        printed: "Dicetak 24 November 2026 pukul 08.05 WIB oleh Rina Kusumawati".into(),
        watermark: String::new(),
    }
}

/// The usual notice.
pub fn notice_paper() -> NoticePaper {
    NoticePaper::usual(
        letterhead(),
        "Dinas Tenaga Kerja Kabupaten Sukamaju",
        "loket pelayanan, telepon (021) 5550123, pdp@sukamaju.example",
        "1.0",
        "2 Januari 2026",
    )
}

fn lesson(time: &str, number: &str) -> TimetableRow {
    TimetableRow { time: time.into(), number: number.into(), lesson: true, name: String::new() }
}

fn pause(time: &str, name: &str) -> TimetableRow {
    TimetableRow { time: time.into(), name: name.into(), ..TimetableRow::default() }
}

fn sitting(row: usize, rows: usize, code: &str, who: &str) -> TimetableSession {
    TimetableSession { row, rows, lines: vec![code.into(), "LAS-1".into(), who.into()] }
}

fn weekday(name: &str, date: &str, sessions: Vec<TimetableSession>) -> TimetableDay {
    TimetableDay { name: name.into(), date: date.into(), closed: String::new(), sessions }
}

fn long_hours() -> Vec<TimetableRow> {
    let rows = [
        ("07.30–08.00", "Apel"),
        ("08.00–08.45", "1"),
        ("08.45–09.30", "2"),
        ("09.30–10.15", "3"),
        ("10.15–10.30", "Istirahat"),
        ("10.30–11.15", "4"),
        ("11.15–12.00", "5"),
        ("12.00–13.00", "Isoma"),
        ("13.00–13.45", "6"),
        ("13.45–14.30", "7"),
        ("14.30–15.15", "8"),
    ];
    rows.map(|(time, what)| if what.len() == 1 { lesson(time, what) } else { pause(time, what) }).to_vec()
}

fn friday_hours() -> Vec<TimetableRow> {
    let rows = [
        ("07.15–08.45", "Senam"),
        ("08.45–09.30", "1"),
        ("09.30–10.15", "2"),
        ("10.15–11.00", "3"),
        ("11.00–11.45", "4"),
        ("11.45–12.45", "Isoma"),
        ("12.45–13.30", "5"),
        ("13.30–14.15", "6"),
        ("14.15–15.00", "7"),
        ("15.00–15.45", "8"),
    ];
    rows.map(|(time, what)| if what.len() == 1 { lesson(time, what) } else { pause(time, what) }).to_vec()
}

/// A week in which Wednesday is a holiday and Friday has other hours.
pub fn timetable_paper() -> TimetablePaper {
    let long_code = "C.24LAS01.005.1 Mengelas pelat posisi 3F dengan SMAW";
    let full = |name: &str, date: &str| {
        let sessions = [(1, 3, long_code, "BS"), (5, 2, "C.24LAS01.002.1", "BS/AW"), (8, 3, "P.85SOF00.001.1", "AW")];
        weekday(name, date, sessions.map(|(row, rows, code, who)| sitting(row, rows, code, who)).to_vec())
    };
    let closed = TimetableDay { closed: "Tahun Baru Imlek".into(), ..weekday("Rabu", "6 Januari 2027", Vec::new()) };
    let days = vec![
        full("Senin", "4 Januari 2027"),
        full("Selasa", "5 Januari 2027"),
        closed,
        full("Kamis", "7 Januari 2027"),
    ];
    let friday = vec![sitting(1, 4, "C.24LAS01.005.1", "BS"), sitting(6, 4, "C.24LAS01.002.1", "AW")];
    let pairs = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    TimetablePaper {
        letterhead: letterhead(),
        sheets: vec![TimetableSheet {
            title: "JADWAL PELATIHAN".into(),
            week: "Minggu ke-1 · 4–8 Januari 2027".into(),
            form: "FM/13-18".into(),
            head: pairs(&[
                ("Kejuruan", "Teknik Las"),
                ("Program", "Pengelasan SMAW 3F"),
                ("PBK ke-", "1"),
                ("Jenis pelatihan", "Institusional – APBN"),
                ("Kelas", "Las SMAW 3F 1/2027"),
                ("Jumlah", "40 JP minggu ini dari 240 JP"),
            ]),
            groups: vec![
                TimetableGroup { rows: long_hours(), days },
                TimetableGroup { rows: friday_hours(), days: vec![weekday("Jumat", "8 Januari 2027", friday)] },
            ],
            legend: pairs(&[
                ("BS", "Bambang Sutrisno, S.T."),
                ("AW", "Agus Wibowo"),
                ("C.24LAS01.005.1", "Mengelas pelat posisi 3F dengan SMAW"),
            ]),
            officers: vec![officer(), officer(), officer()],
        }],
        printed: "Dicetak 24 November 2026 pukul 08.05 WIB oleh Rina Kusumawati".into(),
    }
}
