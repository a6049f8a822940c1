//! Offices, their PCs, a hub, and everything that goes wrong between them, from one seed.

use crate::{
    acts,
    desk::Desk,
    hub::{Guest, Hub},
    random::Random,
    stick,
    truth::Truth,
};
use balai_exchange::{
    Epoch, OfficeId, OpId, Seq, Stamp,
    message::{Page, PullRequest, PushReply},
    mutant,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// Something on its way.
#[derive(Clone)]
pub enum Parcel {
    Push { from: usize, first: Seq, bytes: Vec<u8> },
    Carried { bytes: Vec<u8> },
    Reply { to: usize, first: Seq, reply: PushReply },
    Pull { from: usize, request: PullRequest },
    Page { to: usize, page: Page },
    Neighbour { from: usize, to: usize, bytes: Vec<u8> },
    StickToHub { from: usize, bytes: Vec<u8> },
    StickBack { to: usize, bytes: Vec<u8> },
}

/// How often what happened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub writes: u64,
    pub restores: u64,
    pub clones: u64,
    pub falls: u64,
    pub bent: u64,
    pub sticks: u64,
    pub neighbours: u64,
    pub healed: u64,
    pub contested: u64,
    pub aside: u64,
    pub hub_restores: u64,
}

pub struct World {
    pub random: Random,
    pub time: DateTime<Utc>,
    pub desks: Vec<Desk>,
    disks: Vec<Option<Desk>>,
    pub hub: Hub,
    hub_disk: Option<Hub>,
    pub parcels: Vec<Parcel>,
    pub truth: Truth,
    pub tally: Tally,
    loss: u64,
    twice: u64,
    bending: u64,
    falling: u64,
}

pub const OFFICES: [OfficeId; 3] = [OfficeId(1), OfficeId(2), OfficeId(3)];
const STEPS: usize = 500;
const MOST_DESKS: usize = 9;

impl World {
    pub fn new(seed: u64) -> World {
        let mut random = Random::new(seed);
        let mut hub = Hub::default();
        let years = 10 * 365 * 86_400i64;
        let desks: Vec<Desk> = (0..7u64)
            .map(|n| {
                let wrong = random.happens(200);
                let off = if wrong {
                    random.below(2 * years as usize) as i64 - years
                } else {
                    random.below(600) as i64 - 300
                };
                let home = OFFICES[n as usize % OFFICES.len()];
                let reads = if n == 6 { OFFICES.to_vec() } else { vec![home] };
                let desk = Desk::new(n, home, reads.clone(), n % 3 == 1, Epoch::from_random(random.next()), off);
                let writes = (n < 6).then_some(home);
                hub.guests.insert(desk.device, Guest { key: desk.key().public(), writes, reads });
                desk
            })
            .collect();
        let (loss, twice) = (random.next() % 400, random.next() % 250);
        let (bending, falling) = (random.next() % 60, random.next() % 60);
        let time = DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default();
        let (disks, parcels) = (vec![None; MOST_DESKS], Vec::new());
        let (truth, tally) = (Truth::default(), Tally::default());
        World { random, time, desks, disks, hub, hub_disk: None, parcels, truth, tally, loss, twice, bending, falling }
    }

    /// Everything that goes wrong, then a week in which nothing does.
    pub fn run(&mut self) -> Result<(), String> {
        let (backup, breaks) = (self.random.below(STEPS), self.random.below(STEPS));
        let never = !self.random.happens(150);
        for step in 0..STEPS {
            if step == backup {
                self.hub_disk = Some(self.hub.clone());
            }
            if step == breaks && !never {
                self.restore_hub();
            }
            self.step(step);
        }
        (self.loss, self.twice, self.bending, self.falling) = (0, 0, 0, 0);
        while !self.parcels.is_empty() {
            self.deliver();
        }
        self.heal()?;
        self.mend()?;
        self.quiet_restore()
    }

    /// The hub greets with a new life: every desk sends again what it knows.
    fn mend(&mut self) -> Result<(), String> {
        if self.tally.hub_restores == 0 {
            return Ok(());
        }
        for at in 0..self.desks.len() {
            let fresh = Epoch::from_random(self.random.next());
            let desk = &mut self.desks[at];
            if self.hub.guests[&desk.device].writes.is_some() {
                desk.start_again(fresh, &mut self.truth);
            } else {
                // Who only reads has nothing to give.
                *desk = Desk::new(desk.device.0, desk.home, desk.reads.clone(), desk.old, fresh, desk.off);
            }
        }
        self.heal()
    }

    /// The hub's machine breaks, and last night's backup takes its place. What it had promised since, it knows no more.
    fn restore_hub(&mut self) {
        if let Some(disk) = self.hub_disk.take() {
            self.hub = disk;
            self.tally.hub_restores += 1;
        }
    }

    /// A PC that has nothing to send goes back to yesterday's disk, and after that only reads.
    fn quiet_restore(&mut self) -> Result<(), String> {
        let at = self.random.below(OFFICES.len());
        let disk = self.desks[at].clone();
        self.write(at);
        self.heal()?;
        self.desks[at] = disk;
        self.heal()
    }

    fn step(&mut self, step: usize) {
        self.time += TimeDelta::seconds(1 + self.random.below(600) as i64);
        let at = self.random.below(self.desks.len());
        match self.random.below(100) {
            0..=23 => self.write(at),
            24..=26 => self.disks[at] = Some(self.desks[at].clone()),
            27 => self.restore(at),
            28 if step < STEPS / 2 => self.clone_disk(at),
            29 => self.desks[at].off += self.random.below(4 * 86_400) as i64 - 2 * 86_400,
            30 => self.fall(at),
            31 if self.random.happens(400) => self.stick(at),
            32..=35 => self.tell_neighbour(at),
            36..=37 => self.pass_on(at),
            38..=52 => self.push(at),
            53..=66 => self.pull(at),
            _ => self.deliver(),
        }
    }

    fn write(&mut self, at: usize) {
        if self.hub.guests[&self.desks[at].device].writes.is_some() {
            self.tally.writes += acts::act(&mut self.desks[at], self.time, &mut self.random, &mut self.truth);
        }
    }

    /// The disk of a PC breaks, and an old backup takes its place.
    fn restore(&mut self, at: usize) {
        if let Some(disk) = self.disks[at].clone() {
            self.tally.healed += u64::from(self.desks[at].healed.saturating_sub(disk.healed));
            self.desks[at] = disk;
            self.tally.restores += 1;
        }
    }

    fn clone_disk(&mut self, at: usize) {
        if self.desks.len() < MOST_DESKS {
            let off = self.random.below(7200) as i64 - 3600;
            let mut copy = self.desks[at].clone();
            copy.off = off;
            self.desks.push(copy);
            self.tally.clones += 1;
        }
    }

    /// The program dies: what was on its way to it finds nobody.
    fn fall(&mut self, at: usize) {
        self.parcels
            .retain(|parcel| !matches!(parcel, Parcel::Reply { to, .. } | Parcel::Page { to, .. } if *to == at));
        self.tally.falls += 1;
    }

    pub fn push(&mut self, at: usize) {
        if self.random.happens(300) {
            self.desks[at].author.size = 1 + self.random.below(6) as u32;
        }
        if let Some(frame) = self.desks[at].frame() {
            self.parcels.push(Parcel::Push { from: at, first: frame.header.first, bytes: frame.to_bytes() });
        }
    }

    pub fn pull(&mut self, at: usize) {
        let most = 1 + self.random.below(9) as u32;
        let mut request = self.desks[at].request(most);
        if self.random.happens(20) {
            // A curious program asks for what is none of its business.
            request.cursors.iter_mut().for_each(|cursor| cursor.office = OFFICES[self.random.below(3)]);
        }
        self.parcels.push(Parcel::Pull { from: at, request });
    }

    fn tell_neighbour(&mut self, at: usize) {
        let home = self.desks[at].home;
        let near: Vec<usize> = (0..self.desks.len()).filter(|to| *to != at && self.desks[*to].home == home).collect();
        let Some(frame) = self.desks[at].frame() else { return };
        if let Some(to) = self.random.pick(&near) {
            self.parcels.push(Parcel::Neighbour { from: at, to: *to, bytes: frame.to_bytes() });
            self.tally.neighbours += 1;
        }
    }

    /// A neighbour that is on the network gives frames on as they are.
    fn pass_on(&mut self, at: usize) {
        if let Some(bytes) = self.random.pick(&self.desks[at].carried).cloned() {
            self.parcels.push(Parcel::Carried { bytes });
        }
    }

    fn stick(&mut self, at: usize) {
        if self.hub.guests[&self.desks[at].device].writes.is_some() {
            let bytes = stick::to_hub(&self.desks[at], &mut self.random);
            self.parcels.push(Parcel::StickToHub { from: at, bytes });
            self.tally.sticks += 1;
        }
    }

    fn deliver(&mut self) {
        if self.parcels.is_empty() {
            return;
        }
        let place = self.random.below(self.parcels.len());
        let mut parcel = self.parcels.swap_remove(place);
        if self.random.happens(self.loss) {
            return;
        }
        if self.random.happens(self.twice) && self.parcels.len() < 200 {
            self.parcels.push(parcel.clone());
        }
        if self.random.happens(self.bending) {
            self.tally.bent += 1;
            if !self.bend(&mut parcel) {
                return;
            }
        }
        let falls = self.random.happens(self.falling).then(|| self.random.happens(500));
        self.arrive(parcel, falls);
    }

    /// Flips a bit. Answers are signed as a whole and small: a bent one is as good as none, unless nobody looks.
    fn bend(&mut self, parcel: &mut Parcel) -> bool {
        let bytes = match parcel {
            Parcel::Push { bytes, .. } | Parcel::Carried { bytes } | Parcel::Neighbour { bytes, .. } => bytes,
            Parcel::StickToHub { bytes, .. } | Parcel::StickBack { bytes, .. } => bytes,
            Parcel::Page { page, .. } if mutant::on("seal_unread") => match page.entries.last_mut() {
                Some(entry) => &mut entry.record,
                None => return false,
            },
            _ => return false,
        };
        let place = self.random.below(bytes.len());
        bytes[place] ^= 1 << self.random.below(8);
        true
    }

    fn arrive(&mut self, parcel: Parcel, falls: Option<bool>) {
        let now = Stamp::at(self.time);
        let fresh = Epoch::from_random(self.random.next());
        match parcel {
            Parcel::Push { from, first, bytes } => {
                let reply = self.hub.push(&bytes, now, falls);
                self.parcels.extend(reply.map(|reply| Parcel::Reply { to: from, first, reply }));
            }
            Parcel::Carried { bytes } => self.hub.push_carried(&bytes, now),
            Parcel::Reply { to, first, reply } => {
                if falls.is_none() {
                    self.desks[to].on_reply(first, reply, fresh, &mut self.truth);
                }
            }
            Parcel::Pull { from, request } => {
                let pages = self.hub.pull(self.desks[from].device, &request);
                self.parcels.extend(pages.into_iter().map(|page| Parcel::Page { to: from, page }));
            }
            Parcel::Page { to, page } => {
                self.desks[to].on_page(&page, fresh, self.time, falls.is_some(), &mut self.truth);
            }
            Parcel::Neighbour { from, to, bytes } => {
                let key = self.desks[from].key().public();
                self.desks[to].on_neighbour(&bytes, &key, self.time);
            }
            Parcel::StickToHub { from, bytes } => {
                let device = self.desks[from].device;
                if let Some(bytes) = stick::at_hub(&mut self.hub, device, &bytes, now, &mut self.random) {
                    self.parcels.push(Parcel::StickBack { to: from, bytes });
                }
            }
            Parcel::StickBack { to, bytes } => {
                stick::at_desk(&mut self.desks[to], &bytes, fresh, self.time, &mut self.truth);
            }
        }
        self.tally.falls += u64::from(falls.is_some());
    }

    fn heal(&mut self) -> Result<(), String> {
        for _ in 0..400 {
            let before: Vec<(usize, Epoch, Vec<u64>)> = self.desks.iter().map(progress).collect();
            for at in 0..self.desks.len() {
                self.time += TimeDelta::seconds(60);
                self.desks[at].author.size = self.desks[at].author.size.max(4);
                if let Some(frame) = self.desks[at].frame() {
                    let parcel = Parcel::Push { from: at, first: frame.header.first, bytes: frame.to_bytes() };
                    self.arrive(parcel, None);
                }
                for bytes in std::mem::take(&mut self.desks[at].carried) {
                    self.arrive(Parcel::Carried { bytes }, None);
                }
                let request = self.desks[at].request(500);
                self.arrive(Parcel::Pull { from: at, request }, None);
                while let Some(parcel) = self.parcels.pop() {
                    self.arrive(parcel, None);
                }
            }
            let after: Vec<(usize, Epoch, Vec<u64>)> = self.desks.iter().map(progress).collect();
            if before == after {
                return Ok(());
            }
        }
        Err("I0 it never comes to rest".into())
    }

    /// The changes that some desk or the hub remembers to have taken; the others were lost with a disk.
    pub fn remembered(&self) -> HashSet<OpId> {
        let logs = self.desks.iter().flat_map(|desk| desk.log.iter().map(|record| record.op()));
        let seen = self.desks.iter().flat_map(|desk| desk.ops.iter().copied());
        let promised = self.truth.acknowledged.iter().filter(|_| self.tally.hub_restores == 0);
        logs.chain(seen).chain(promised.copied()).collect()
    }
}

fn progress(desk: &Desk) -> (usize, Epoch, Vec<u64>) {
    (desk.sent, desk.author.epoch, desk.cursors.values().map(|pos| pos.0).collect())
}
