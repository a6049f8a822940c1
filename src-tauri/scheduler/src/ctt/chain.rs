//! Kempe chains: two periods exchange the lectures that hang together, so that no two rivals meet.

use super::timetable::{NONE, Timetable};

/// A chain longer than this changes too much to be worth its time.
const LONGEST: usize = 12;

/// Lectures of a chain with the slots they come from; the place to work one out again and again.
#[derive(Default)]
pub struct Chain {
    links: Vec<(u16, u16)>,
    change: i32,
}

impl Chain {
    /// Works out the chain that begins with `lecture` going to `period` and applies all but what rivals are told.
    /// The difference in soft cost; none, and nothing changed, when the chain is not possible.
    pub fn try_out(&mut self, table: &mut Timetable<'_>, lecture: u16, period: usize) -> Option<i32> {
        let from = table.period_of(table.at[usize::from(lecture)]);
        self.collect(table, lecture, from, period)?;
        let mut change = 0;
        for (link, _) in &self.links {
            change += table.unseat(*link);
        }
        // those who can keep their room do; then the others look for the best that is left
        let rooms = table.model.rooms;
        for (link, old) in &self.links {
            let to = self.target(table, *old, from, period);
            let same = (to * rooms + usize::from(*old) % rooms) as u16;
            if table.grid[usize::from(same)] == NONE {
                change += table.seat(*link, same);
            }
        }
        for (link, old) in &self.links {
            if table.at[usize::from(*link)] == NONE {
                let to = self.target(table, *old, from, period);
                // there is one: `collect` counted the rooms
                let slot = best_room(table, *link, to)?;
                change += table.seat(*link, slot);
            }
        }
        self.change = change;
        Some(change)
    }

    fn target(&self, table: &Timetable<'_>, old: u16, one: usize, other: usize) -> usize {
        if table.period_of(old) == one { other } else { one }
    }

    /// The lectures of both periods that hang together with the first. None when one of them may not go, or there are
    /// more than a period has rooms for.
    fn collect(&mut self, table: &Timetable<'_>, lecture: u16, one: usize, other: usize) -> Option<()> {
        let rooms = table.model.rooms;
        self.links.clear();
        self.links.push((lecture, table.at[usize::from(lecture)]));
        let (mut next, mut leaving) = (0, [0_usize; 2]);
        while next < self.links.len() {
            let (link, at) = self.links[next];
            next += 1;
            let is_first = table.period_of(at) == one;
            let to = if is_first { other } else { one };
            leaving[usize::from(!is_first)] += 1;
            let course = table.course(link);
            if table.rivals_at(course, to)? == 0 {
                continue;
            }
            for slot in to * rooms..(to + 1) * rooms {
                let found = table.grid[slot];
                if found != NONE
                    && table.model.are_rivals(course, table.course(found))
                    && !self.links.iter().any(|(link, _)| *link == found)
                {
                    if self.links.len() == LONGEST {
                        return None;
                    }
                    self.links.push((found, slot as u16));
                }
            }
        }
        let free = |period: usize| table.grid[period * rooms..][..rooms].iter().filter(|slot| **slot == NONE).count();
        let fits = free(one) + leaving[0] >= leaving[1] && free(other) + leaving[1] >= leaving[0];
        fits.then_some(())
    }

    /// Tells the rivals of what was tried out. The difference in soft cost once more.
    pub fn keep(&self, table: &mut Timetable<'_>) -> i32 {
        for (link, old) in &self.links {
            let (course, from) = (table.course(*link), table.period_of(*old));
            let to = table.period_of(table.at[usize::from(*link)]);
            table.block(course, from, -1);
            table.block(course, to, 1);
        }
        self.change
    }

    pub fn undo(&self, table: &mut Timetable<'_>) {
        for (link, _) in &self.links {
            table.unseat(*link);
        }
        for (link, old) in &self.links {
            table.seat(*link, *old);
        }
    }
}

fn best_room(table: &Timetable<'_>, lecture: u16, period: usize) -> Option<u16> {
    let (rooms, course) = (table.model.rooms, table.course(lecture));
    let free = (0..rooms).filter(|room| table.grid[period * rooms + room] == NONE);
    free.min_by_key(|room| table.room_cost(course, *room)).map(|room| (period * rooms + room) as u16)
}
