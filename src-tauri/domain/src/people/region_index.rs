//! The regions in memory: names by code and codes by place in the list, four megabytes for the whole country.
//!
//! Type-ahead is in `region_search.rs`, the reading of written addresses in `region_resolve.rs`.

use super::region_seed::{code, entries, unpack};
use crate::base::nik::RegionStanding;
use serde::Serialize;
use std::{ops::Range, sync::OnceLock};
use ts_rs::TS;

/// Levels of the list.
pub(super) const PROVINCE: usize = 0;
pub(super) const REGENCY: usize = 1;
pub(super) const DISTRICT: usize = 2;
pub(super) const VILLAGE: usize = 3;

/// Provinces that a NIK may bear though today's list has them no more: East Timor.
const HISTORIC_PROVINCES: [u16; 1] = [54];

/// A region and what lies above it, as far down as its code goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegionPath {
    /// *Desa/kelurahan*.
    pub village: Option<String>,
    /// *Kecamatan*.
    pub district: Option<String>,
    /// *Kabupaten/kota*, with its kind: `Kabupaten Bekasi`.
    pub regency: Option<String>,
    /// *Provinsi*.
    pub province: String,
}

/// A region in a list to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegionChoice {
    /// The dotted code.
    pub code: String,
    /// The name.
    pub name: String,
}

/// All regions of one level, in the order of their codes.
#[derive(Default)]
pub(super) struct Level {
    /// Every name followed by a line end; `folded` is the same in ASCII lower case, byte for byte.
    names: String,
    pub(super) folded: String,
    /// Where each name begins, and a last one behind the end.
    starts: Vec<u32>,
    parts: Vec<u16>,
    parents: Vec<u16>,
    /// Where each one's children begin in the level below, and a last one behind the end.
    children: Vec<u32>,
}

impl Level {
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    fn bounds(&self, at: usize) -> Range<usize> {
        self.starts[at] as usize..self.starts[at + 1] as usize - 1
    }

    pub(super) fn name(&self, at: usize) -> &str {
        &self.names[self.bounds(at)]
    }

    pub(super) fn folded(&self, at: usize) -> &str {
        &self.folded[self.bounds(at)]
    }

    pub(super) fn parent(&self, at: usize) -> usize {
        self.parents[at].into()
    }

    /// The region in whose name a byte of `folded` lies.
    pub(super) fn at_byte(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= byte) - 1
    }
}

/// The regions of the country, ready for questions.
pub struct RegionIndex {
    pub(super) levels: [Level; 4],
    /// Districts and regencies in the order of their names without blanks: for looking up a name alone.
    pub(super) districts_by_name: Vec<u16>,
}

impl RegionIndex {
    /// Unpacks and arranges the list that ships with the program. Ask for `shared` instead.
    pub fn load() -> Self {
        let mut levels: [Level; 4] = Default::default();
        for entry in entries(&unpack()) {
            let parent = if entry.level > 0 { levels[entry.level - 1].len() - 1 } else { 0 };
            let below = levels.get(entry.level + 1).map_or(0, Level::len);
            let level = &mut levels[entry.level];
            level.starts.push(place(level.names.len()));
            level.children.push(place(below));
            level.parts.push(entry.part);
            level.parents.push(u16::try_from(parent).expect("fewer than 65536 districts"));
            level.names.push_str(entry.name);
            level.names.push('\n');
        }
        for at in 0..4 {
            let below = levels.get(at + 1).map_or(0, Level::len);
            let level = &mut levels[at];
            level.starts.push(place(level.names.len()));
            level.children.push(place(below));
            level.folded = level.names.to_ascii_lowercase();
        }
        let districts = &levels[DISTRICT];
        let mut districts_by_name: Vec<u16> = (0..=u16::MAX).take(districts.len()).collect();
        districts_by_name.sort_by_cached_key(|at| super::region_resolve::key(districts.folded((*at).into())));
        Self { levels, districts_by_name }
    }

    /// The one index of the process, arranged when first asked for.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<RegionIndex> = OnceLock::new();
        SHARED.get_or_init(Self::load)
    }

    /// Whether today's list has this code, of any level.
    pub fn exists(&self, code: &str) -> bool {
        self.find(code).is_some()
    }

    /// The name of a region: `Kabupaten Bekasi` for `32.16`.
    pub fn name(&self, code: &str) -> Option<&str> {
        let (level, at) = self.find(code)?;
        Some(self.levels[level].name(at))
    }

    /// A region with all that lies above it.
    pub fn path(&self, code: &str) -> Option<RegionPath> {
        let (level, at) = self.find(code)?;
        let up = self.up(level, at);
        let name = |of: usize| (of <= level).then(|| self.levels[of].name(up[of]).to_owned());
        Some(RegionPath { village: name(3), district: name(2), regency: name(1), province: name(0)? })
    }

    /// The regions right below a code, or the provinces for an empty one.
    pub fn children(&self, code: &str) -> Vec<RegionChoice> {
        let below = match (code.is_empty(), self.find(code)) {
            (true, _) => Some((PROVINCE, 0..self.levels[PROVINCE].len())),
            (false, Some((level, at))) if level < VILLAGE => Some((level + 1, self.below(level, at))),
            _ => None,
        };
        below.map_or_else(Vec::new, |(level, range)| range.map(|at| self.choice(level, at)).collect())
    }

    /// All regencies and cities, for the set-up of an office.
    pub fn regencies(&self) -> Vec<RegionChoice> {
        (0..self.levels[REGENCY].len()).map(|at| self.choice(REGENCY, at)).collect()
    }

    /// What the list says about the district code of a NIK. Codes are frozen at first registration while
    /// regions are split and renumbered: below a known province an unknown code is normal.
    pub fn standing(&self, code: &str) -> RegionStanding {
        if self.exists(code) {
            return RegionStanding::Known;
        }
        let historic =
            code.get(..2).and_then(|part| part.parse().ok()).is_some_and(|p: u16| HISTORIC_PROVINCES.contains(&p));
        if historic || code.get(..2).is_some_and(|province| self.exists(province)) {
            RegionStanding::ProvinceOnly
        } else {
            RegionStanding::Unknown
        }
    }

    /// Level and place of a dotted code.
    pub(super) fn find(&self, code: &str) -> Option<(usize, usize)> {
        let mut range = 0..self.levels[PROVINCE].len();
        let mut found = None;
        for (level, part) in code.split('.').enumerate() {
            let wanted: u16 = (part.len() == if level == VILLAGE { 4 } else { 2 }).then(|| part.parse().ok())??;
            let parts = self.levels.get(level)?.parts.get(range.clone())?;
            let at = range.start + parts.binary_search(&wanted).ok()?;
            range = self.below(level, at);
            found = Some((level, at));
        }
        found
    }

    /// The places of a region's children in the level below.
    pub(super) fn below(&self, level: usize, at: usize) -> Range<usize> {
        let children = &self.levels[level].children;
        children[at] as usize..children[at + 1] as usize
    }

    /// The places of a region and of those above it, by level; zero for the levels below.
    pub(super) fn up(&self, level: usize, at: usize) -> [usize; 4] {
        let mut up = [0; 4];
        up[level] = at;
        for above in (0..level).rev() {
            up[above] = self.levels[above + 1].parent(up[above + 1]);
        }
        up
    }

    /// The dotted code of a place.
    pub(super) fn code(&self, level: usize, at: usize) -> String {
        let up = self.up(level, at);
        let parts: Vec<u16> = (0..=level).map(|of| self.levels[of].parts[up[of]]).collect();
        code(&parts)
    }

    fn choice(&self, level: usize, at: usize) -> RegionChoice {
        RegionChoice { code: self.code(level, at), name: self.levels[level].name(at).to_owned() }
    }
}

fn place(of: usize) -> u32 {
    u32::try_from(of).expect("the list is a few megabytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_name_and_its_path() {
        let index = RegionIndex::shared();
        assert_eq!(index.name("32.16"), Some("Kabupaten Bekasi"));
        assert_eq!(index.name("32.16.01"), Some("Tarumajaya"));
        let path = index.path("11.01.01.2015").unwrap();
        assert_eq!(path.village.as_deref(), Some("Darul Ikhsan"));
        assert_eq!(path.district.as_deref(), Some("Bakongan"));
        assert_eq!(path.regency.as_deref(), Some("Kabupaten Aceh Selatan"));
        assert_eq!(path.province, "Aceh");
        assert_eq!(index.path("32").unwrap().regency, None);
        for code in ["", "3", "99", "32.99", "32.16.01.9999", "32.16.01.2001.1", "32..01", "ab", "32.16.01.02"] {
            assert!(!index.exists(code), "{code}");
        }
    }

    #[test]
    fn every_code_of_the_list_is_found_under_its_own_name() {
        let (index, text) = (RegionIndex::shared(), unpack());
        for (code, name) in super::super::region_seed::coded(&text) {
            assert_eq!(index.name(&code), Some(name));
        }
    }

    #[test]
    fn the_vectors_of_the_nik_stand_as_written() {
        let index = RegionIndex::shared();
        for line in include_str!("../../../../tests/fixtures/nik_test_vectors.csv").lines().skip(1) {
            let cells: Vec<_> = line.split(',').collect();
            let code = match cells[4] {
                "" => continue,
                code => format!("{}.{}.{}", &code[..2], &code[2..4], &code[4..]),
            };
            assert_eq!(index.name(&code).unwrap_or_default(), cells[5], "{line}");
            assert_eq!(index.standing(&code) == RegionStanding::Known, cells[1] == "OK", "{line}");
        }
        assert_eq!(index.standing("91.01.01"), RegionStanding::ProvinceOnly);
        assert_eq!(index.standing("54.01.01"), RegionStanding::ProvinceOnly);
        assert_eq!(index.standing("99.99.99"), RegionStanding::Unknown);
    }

    #[test]
    fn pickers_list_what_lies_below() {
        let index = RegionIndex::shared();
        assert_eq!(index.regencies().len(), 514);
        assert_eq!(index.children("").len(), 38);
        assert_eq!(index.children("19").len(), 7);
        assert_eq!(index.children("32.16.01")[0].code, "32.16.01.1007");
        assert!(index.children("32.16.01.2008").is_empty() && index.children("99").is_empty());
    }
}
