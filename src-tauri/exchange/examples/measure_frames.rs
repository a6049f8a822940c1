//! How many bytes a record takes on the wire: new people and edits of one field, many in one act and one act each.

use balai_exchange::{Author, Cells, DeviceId, Epoch, Kind, Record, Ref, Stamp, Value, sign::SecretKey};
use uuid::{Builder, Uuid};

struct Noise(u64, u16);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
    /// The id of an act, as a desk draws it: the time, a count, and digits that stay while the program runs.
    fn act(&mut self, millis: u64) -> Uuid {
        self.1 += 1;
        let mut tail = [0x5a; 10];
        tail[..2].copy_from_slice(&(self.1 & 0x0fff).to_be_bytes());
        Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
    fn id(&mut self, millis: u64) -> Uuid {
        let mut tail = [0; 10];
        tail[..8].copy_from_slice(&self.next().to_le_bytes());
        tail[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
}

const FIRST: &[&str] = &[
    "Siti", "Budi", "Dewi", "Agus", "Rina", "Eko", "Sri", "Andi", "Nur", "Ayu", "Dian", "Hadi", "Lina", "Yusuf",
    "Putri", "Rizki", "Fitri", "Joko", "Wati", "Bayu",
];
const LAST: &[&str] = &[
    "Aminah",
    "Santoso",
    "Lestari",
    "Saputra",
    "Wulandari",
    "Prasetyo",
    "Handayani",
    "Setiawan",
    "Hidayat",
    "Rahmawati",
    "Kurniawan",
    "Susanti",
    "Nugroho",
    "Permata",
    "Hakim",
    "Maulana",
    "Safitri",
    "Wijaya",
    "Pratama",
    "Utami",
];
const PLACES: &[&str] =
    &["Depok", "Bogor", "Bandung", "Sukabumi", "Cianjur", "Garut", "Bekasi", "Cirebon", "Karawang", "Subang"];
const ROADS: &[&str] = &[
    "Jl. Merdeka",
    "Jl. Melati",
    "Jl. Kenanga",
    "Gg. Mawar",
    "Jl. Raya Bogor",
    "Jl. Cempaka",
    "Jl. Anggrek",
    "Kp. Baru",
];
const PROGRAMMES: &[&str] =
    &["las", "menjahit", "otomotif", "komputer", "listrik", "tata_boga", "barista", "pendingin"];

/// Fourteen fields, as in the register of people.
fn person(noise: &mut Noise) -> Cells {
    let date = |noise: &mut Noise, from: u64, years: u64| {
        format!("{}-{:02}-{:02}", from + noise.below(years), 1 + noise.below(12), 1 + noise.below(28))
    };
    let nik = format!(
        "32{:02}{:02}{:06}{:04}",
        1 + noise.below(20),
        1 + noise.below(30),
        noise.below(310_000),
        noise.below(80)
    );
    let text = |text: String| Value::Text(text);
    vec![
        (1, text(nik)),
        (2, text(format!("{} {}", noise.pick(FIRST), noise.pick(LAST)))),
        (3, text(noise.pick(PLACES).into())),
        (4, text(date(noise, 1980, 27))),
        (5, text(noise.pick(&["l", "p"]).into())),
        (6, text(format!("08{:010}", 1_000_000_000 + noise.below(8_999_999_999)))),
        (7, text(format!("{} No. {}", noise.pick(ROADS), 1 + noise.below(200)))),
        (8, Value::Int(noise.below(20) as i64)),
        (9, Value::Int(noise.below(20) as i64)),
        (10, text(format!("32.{:02}.{:02}.{:04}", 1 + noise.below(9), 1 + noise.below(20), 1001 + noise.below(12)))),
        (11, text(noise.pick(&["sd", "smp", "sma", "smk", "d3", "s1"]).into())),
        (12, text(noise.pick(PROGRAMMES).into())),
        (13, text(noise.pick(&["belum", "bekerja", "sekolah"]).into())),
        (14, text(format!("2026-10-{:02}", 1 + noise.below(28)))),
    ]
}

fn record(tx: Uuid, index: u32, of: u32, millis: u64, row: Uuid, kind: Kind, cells: Cells) -> Record {
    let actor = Some(Uuid::from_u128(0x0199_1234_0000_7000_8000_1234_5678_9abc));
    let hlc = Stamp((millis << 16) + u64::from(index));
    Record {
        tx,
        index,
        of,
        hlc,
        table: 3,
        row,
        kind,
        schema: 1,
        actor,
        cells,
        supersedes: Vec::new(),
        extra: Vec::new(),
    }
}

fn people(noise: &mut Noise, n: u32, together: bool) -> Vec<Record> {
    let mut millis = 1_795_000_000_000;
    let first = noise.act(millis);
    let mut row = noise.id(millis).as_u128();
    (0..n)
        .map(|k| {
            let cells = person(noise);
            row += u128::from(1 + noise.below(65_536));
            if together {
                return record(first, k, n, millis, Uuid::from_u128(row), Kind::INS, cells);
            }
            millis += 60_000 + noise.below(240_000);
            record(noise.act(millis), 0, 1, millis, noise.id(millis), Kind::INS, cells)
        })
        .collect()
}

fn edits(noise: &mut Noise, n: u32, together: bool, again: bool) -> Vec<Record> {
    let mut millis = 1_795_000_000_000;
    let first = noise.act(millis);
    (0..n)
        .map(|k| {
            let born = 1_790_000_000_000 + noise.below(4_000_000_000);
            let row = noise.id(born);
            let cells = match noise.below(3) {
                0 => vec![(6, Value::Text(format!("08{:010}", 1_000_000_000 + noise.below(8_999_999_999))))],
                1 => vec![(13, Value::Text(noise.pick(&["belum", "bekerja", "sekolah"]).into()))],
                _ => vec![(14, Value::Text(format!("2026-10-{:02}", 1 + noise.below(28))))],
            };
            millis += 10_000 + noise.below(100_000);
            let mut made = if together {
                record(first, k, n, 1_795_000_000_000, row, Kind::UPD, cells)
            } else {
                record(noise.act(millis), 0, 1, millis, row, Kind::UPD, cells)
            };
            if again {
                made.supersede(made.cells[0].0, vec![Ref(noise.next() as u32)]);
            }
            made
        })
        .collect()
}

/// Bytes of all frames, and how many there are.
fn sent(records: &[Record], size: u32) -> (usize, usize) {
    let key = SecretKey::from_seed([1; 32]);
    let mut author = Author::new(DeviceId(7), Epoch(9));
    author.size = size;
    let (mut bytes, mut frames, mut at) = (0, 0, 0);
    while let Ok(Some(frame)) = author.frame(&records[at..], &key) {
        bytes += frame.to_bytes().len();
        frames += 1;
        at += frame.header.n as usize;
        author.acked = frame.header.last();
        author.chain = frame.header.after;
    }
    (bytes, frames)
}

fn main() {
    let noise = &mut Noise(42, 0);
    let sets = [
        ("new people, one act (an import)", people(noise, 5_000, true)),
        ("new people, one act each", people(noise, 5_000, false)),
        ("first edits, one act", edits(noise, 5_000, true, false)),
        ("first edits, one act each", edits(noise, 5_000, false, false)),
        ("later edits, one act each", edits(noise, 5_000, false, true)),
    ];
    for (what, records) in &sets {
        for size in [500, 50, 10] {
            let (bytes, frames) = sent(records, size);
            println!(
                "{what:<34} {size:>3} a frame: {:6.1} B a record, {frames} frames",
                bytes as f64 / records.len() as f64
            );
        }
    }
    let mut day = people(noise, 50, false);
    day.extend(edits(noise, 200, false, false));
    let (bytes, frames) = sent(&day, 500);
    println!("an office's day, 50 new people and 200 edits: {bytes} B in {frames} frames");
}
