//! The regions of the whole country (*wilayah*) as they ship: Kemendagri codes, province down to village.
//!
//! Made from idn-area-data under ODbL 1.0; notice, licence and conversion lie in `assets/seed/wilayah`.

const PACKED: &[u8] = include_bytes!("../../../../assets/seed/wilayah/wilayah.zst");
const VERSION_FILE: &str = include_str!("../../../../assets/seed/wilayah/VERSION");

/// The ODbL notice that the program shows under its licences.
pub const NOTICE: &str = include_str!("../../../../assets/seed/wilayah/NOTICE.md");

/// How large the text is, so that unpacking allots once.
const UNPACKED: usize = 1_400_000;

/// The version of the list: source and release.
pub fn version() -> &'static str {
    VERSION_FILE.lines().next().unwrap_or_default()
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// 0 province, 1 regency or city, 2 district, 3 village.
    pub level: usize,
    /// The last part of the code: `16` of `32.16`.
    pub part: u16,
    /// The name as published: `Kabupaten Bekasi`.
    pub name: &'a str,
}

/// The list as text; see `entries` for its form.
pub fn unpack() -> String {
    let bytes = zstd::bulk::decompress(PACKED, UNPACKED).expect("the packed list ships with the program");
    String::from_utf8(bytes).expect("the packed list is UTF-8")
}

/// The lines of the list in the order of the codes: tabs for the level, the last part of the code unless it is the
/// sister's before plus one, a space, the name.
pub fn entries(text: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut last = [0_u16; 5];
    text.lines().filter_map(move |line| {
        let row = line.trim_start_matches('\t');
        let level = line.len() - row.len();
        let (part, name) = row.split_once(' ')?;
        let part = if part.is_empty() { last.get(level)? + 1 } else { part.parse().ok()? };
        last[level] = part;
        last[level + 1] = 0;
        Some(Entry { level, part, name })
    })
}

/// The list with whole codes: `("32.16.01.2008", "Pantai Makmur")`, for seeding a table.
pub fn coded(text: &str) -> impl Iterator<Item = (String, &str)> {
    let mut path = [0_u16; 4];
    entries(text).map(move |entry| {
        path[entry.level] = entry.part;
        (code(&path[..=entry.level]), entry.name)
    })
}

/// The dotted code of a path of parts.
pub(super) fn code(path: &[u16]) -> String {
    use std::fmt::Write;
    let mut code = String::with_capacity(13);
    for (level, part) in path.iter().enumerate() {
        let dot = if level == 0 { "" } else { "." };
        let width = if level == 3 { 4 } else { 2 };
        write!(code, "{dot}{part:0width$}").expect("a string takes everything");
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, HashSet};

    /// Annex A of the field's facts: province, kabupaten, kota, districts, villages.
    const COUNTS: &str = "11 18 5 290 6500|12 25 8 455 6110|13 12 7 179 1265|14 10 2 172 1862|15 9 2 144 1585|\
        16 13 4 241 3259|17 9 1 129 1513|18 13 2 229 2651|19 6 1 47 393|21 5 2 80 419|31 1 5 44 267|32 18 9 627 5957|\
        33 29 6 576 8563|34 4 1 78 438|35 29 9 666 8494|36 4 4 155 1552|51 8 1 57 716|52 8 2 117 1166|53 21 1 315 3442|\
        61 12 2 174 2145|62 13 1 136 1571|63 11 2 156 2016|64 7 3 105 1038|65 4 1 55 482|71 11 4 171 1839|\
        72 12 1 177 2017|73 21 3 313 3059|74 15 2 221 2285|75 5 1 77 729|76 6 0 69 648|81 9 2 119 1235|82 8 2 118 1185|\
        91 8 1 105 999|92 7 0 91 824|93 4 0 82 690|94 8 0 131 1208|95 8 0 252 2627|96 5 1 132 1013";

    #[test]
    fn every_province_has_as_many_regions_as_published() {
        let text = unpack();
        let mut counts: BTreeMap<String, [u32; 4]> = BTreeMap::new();
        for (code, name) in coded(&text) {
            let place = match (code.len(), name.starts_with("Kota ")) {
                (2, _) => continue,
                (5, false) => 0,
                (5, true) => 1,
                (8, _) => 2,
                _ => 3,
            };
            counts.entry(code[..2].to_owned()).or_default()[place] += 1;
        }
        let counted: Vec<_> = counts.iter().map(|(p, [a, b, c, d])| format!("{p} {a} {b} {c} {d}")).collect();
        assert_eq!(counted, COUNTS.split('|').collect::<Vec<_>>());
        let total = counts.values().fold([0; 4], |sum, row| [0, 1, 2, 3].map(|at| sum[at] + row[at]));
        assert_eq!(total, [416, 98, 7285, 83762]);
    }

    #[test]
    fn no_code_comes_twice_and_none_is_an_orphan() {
        let text = unpack();
        let mut seen = HashSet::new();
        for (code, name) in coded(&text) {
            assert!(!name.is_empty() && name.trim() == name, "{code}");
            assert!(code.len() == 2 || seen.contains(code.rsplit_once('.').unwrap().0), "{code}");
            assert!(seen.insert(code.clone()), "{code}");
        }
        assert_eq!(seen.len(), 38 + 514 + 7285 + 83762);
    }

    #[test]
    fn names_keep_their_signs() {
        let text = unpack();
        let names: BTreeMap<_, _> = coded(&text).collect();
        assert_eq!(names["32.16"], "Kabupaten Bekasi");
        assert_eq!(names["35.13.15.2017"], "Soka\"an");
        assert_eq!(names["53.07.01.2021"], "Regapu’u");
        assert_eq!(version(), "idn-area-data 4.0.1");
    }
}
