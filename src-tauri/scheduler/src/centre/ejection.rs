//! Making room: a block goes where few others stand, and each of these finds another place.

use super::{
    problem::{Block, Clock, Course, Day},
    spots::{fitted, nearest, out_of_order, spots},
    state::State,
};

/// Rooms and instructors that are tried at one place: those with the fewest in the way.
const ROOMS: usize = 2;
const PEOPLE: usize = 3;

/// Puts a block where at most so many others must make room, and these elsewhere. True: done; false: nothing changed.
/// `tries` is counted down.
pub fn eject(state: &mut State<'_>, block: &Block, most: usize, tries: &mut u32) -> bool {
    if block.course.is_none() {
        return false;
    }
    let mut days: Vec<Vec<u32>> = vec![Vec::new(); state.problem.days];
    for id in state.ids() {
        if let Some(other) = state.block(id) {
            days[usize::from(other.day)].push(id);
        }
    }
    for (day, slot) in spots(state.problem, block) {
        for (out, there) in candidates(state, block, day, slot, &days[usize::from(day)], most) {
            if *tries == 0 {
                return false;
            }
            *tries -= 1;
            if attempt(state, &there, &out) {
                return true;
            }
        }
    }
    false
}

/// Takes out what is in the way, puts the block and finds a place for each of the others; or changes nothing.
fn attempt(state: &mut State<'_>, there: &Block, out: &[u32]) -> bool {
    let mut removed: Vec<Block> = out.iter().filter_map(|id| state.remove(*id)).collect();
    removed.sort_unstable_by_key(|other| (other.day, other.slot));
    let mut added = Vec::new();
    if let Some(fit) = fitted(state, there, there.day, there.slot) {
        added.push(state.add(fit));
        for other in &removed {
            match nearest(state, other) {
                Some(place) => added.push(state.add(place)),
                None => break,
            }
        }
    }
    let done = added.len() == removed.len() + 1;
    if !done {
        for id in added {
            state.remove(id);
        }
        for other in removed {
            state.add(other);
        }
    }
    done
}

/// Ways to put the block at a place, with the blocks in their way, fewest first. Ways with none are not among them.
fn candidates(
    state: &State<'_>,
    block: &Block,
    day: Day,
    slot: u8,
    that_day: &[u32],
    most: usize,
) -> Vec<(Vec<u32>, Block)> {
    let problem = state.problem;
    let Some(course) = problem.course(block) else { return Vec::new() };
    let Some(clock) = problem.clock(&Block { day, slot, ..*block }) else { return Vec::new() };
    let own = state.ids_of(block.batch).iter().copied().filter(|id| {
        state.block(*id).is_some_and(|other| {
            let clashes = other.day == day && problem.clock(other).is_some_and(|its| its & clock != 0);
            clashes || out_of_order(problem, block, day, slot, other)
        })
    });
    let own: Vec<u32> = own.collect();
    if own.len() > most || own.iter().any(|id| state.block(*id).is_none_or(|other| other.locked)) {
        return Vec::new();
    }
    let Ways { rooms, people } = ways(state, block, day, clock, that_day, course);
    let mut found: Vec<(Vec<u32>, Block)> = Vec::new();
    for (room, room_out) in &rooms {
        for (who, who_out) in &people {
            let mut out: Vec<u32> = own.iter().chain(room_out).chain(who_out).copied().collect();
            out.sort_unstable();
            out.dedup();
            if (1..=most).contains(&out.len()) {
                found.push((out, Block { day, slot, people: *who, room: *room, ..*block }));
            }
        }
    }
    found.sort_by_key(|(out, _)| out.len());
    found
}

/// Rooms and people for a block, each with the blocks in its way.
struct Ways {
    rooms: Vec<(Option<usize>, Vec<u32>)>,
    people: Vec<([Option<usize>; 2], Vec<u32>)>,
}

fn ways(state: &State<'_>, block: &Block, day: Day, clock: Clock, that_day: &[u32], course: &Course) -> Ways {
    let problem = state.problem;
    let then =
        |id: &u32| state.block(*id).is_some_and(|other| problem.clock(other).is_some_and(|its| its & clock != 0));
    let then: Vec<u32> = that_day.iter().copied().filter(then).collect();
    let of = |mine: &dyn Fn(&Block) -> bool| -> Option<Vec<u32>> {
        let in_the_way = then.iter().copied().filter(|id| state.block(*id).is_some_and(mine));
        let in_the_way: Vec<u32> = in_the_way.collect();
        in_the_way.iter().all(|id| state.block(*id).is_some_and(|other| !other.locked)).then_some(in_the_way)
    };
    let batch = &problem.batches[block.batch];
    let suits = |room: &usize| {
        let one = &problem.rooms[*room];
        one.seats >= batch.seats && (one.step_free || !batch.step_free) && !one.closed.contains(&day)
    };
    let mut rooms: Vec<(Option<usize>, Vec<u32>)> = match course.needs_room {
        false => vec![(None, Vec::new())],
        true => {
            let suiting = course.rooms.iter().copied().filter(suits);
            suiting.filter_map(|room| Some((Some(room), of(&|other| other.room == Some(room))?))).collect()
        }
    };
    rooms.sort_by_key(|(room, out)| (out.len(), *room != block.room));
    rooms.truncate(ROOMS);
    let able = course.qualified.iter().filter(|one| one.from <= day && day <= one.to).map(|one| one.instructor);
    let there = able.filter(|who| problem.away(*who, day) & clock == 0);
    let mut each: Vec<(usize, Vec<u32>)> =
        there.filter_map(|who| Some((who, of(&|other| other.people.contains(&Some(who)))?))).collect();
    each.sort_by_key(|(who, out)| (out.len(), !block.people.contains(&Some(*who)), *who));
    each.dedup_by_key(|(who, _)| *who);
    let people = match (course.people, &each[..]) {
        (0, _) => vec![([None; 2], Vec::new())],
        (1, _) => each.into_iter().take(PEOPLE).map(|(who, out)| ([Some(who), None], out)).collect(),
        (_, [(one, out), (other, more), ..]) => {
            vec![([Some(*one), Some(*other)], out.iter().chain(more).copied().collect())]
        }
        _ => Vec::new(),
    };
    Ways { rooms, people }
}
