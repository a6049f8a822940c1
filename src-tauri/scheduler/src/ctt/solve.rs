//! tmp
use super::*;
use super::model::Model;
use super::timetable::Timetable;
use super::place::Placing;
use super::improve::{Improving, Mix};
use crate::search::*;
use crate::random::Dice;

fn env(name: &str, default: f64) -> f64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

pub fn solve(instance: &Instance, seed: u64, spent: &dyn Fn(u64) -> f64) -> Vec<(usize, u16)> {
    let model = Model::new(instance);
    let mut dice = Dice::new(seed);
    let mut placing = Placing::new(Timetable::new(&model));
    let weights = Weights { hard: 1.0, late: 1.0, soft: 1.0 };
    let f = anneal(&mut placing, &mut dice, &Cooling { reheats: 20, first: 0.1, warm: 0.5, ..Cooling::once(0.6, 0.1, weights)}, &Budget { spent, stop: &|| false, every: 1000}, &mut |_| ());
    eprintln!("placing {f:?}");
    let mix = Mix { same_room: env("SAME_ROOM", 90.0) as u64, same_time: env("SAME_TIME", 20.0) as u64, chain: env("CHAIN", 4.0) as u64};
    let mut improving = Improving::new(placing.table, mix);
    let cooling = Cooling { reheats: env("REHEATS", 0.0) as u32, first: env("FIRST", 1.0), warm: env("WARM", 1.0), elites: env("ELITES", 1.0) as usize, ..Cooling::once(env("HOT", 20.0), env("COLD", 0.2), weights)};
    let mut next = 0.0;
    let f = anneal(&mut improving, &mut dice, &cooling, &Budget { spent, stop: &|| false, every: 4096 }, &mut |p| {
        if p.spent >= next && std::env::var("TRACE").is_ok() { next += 0.05; eprintln!("{:.2} T {:.3} cost {} best {} steps {}", p.spent, p.temperature, p.cost.soft, p.best.soft, p.steps); }
    });
    eprintln!("improving {f:?} check {}", improving.table.soft());
    improving.table.at.iter().enumerate().map(|(l, s)| (usize::from(model.course_of[l]), *s)).collect()
}
