//! The clock of a day parted into stretches, so that the planner can compare lessons of any two patterns bit by bit.

use balai_scheduler::centre::problem::Clock;
use chrono::NaiveTime;

/// The parts of a day between which any lesson or free hour begins or ends.
#[derive(Clone, Debug, Default)]
pub struct Clockwork {
    /// A moment within each stretch, in order.
    moments: Vec<NaiveTime>,
}

impl Clockwork {
    /// Parts the day at these times. Beyond 128 stretches the shortest detail is lost: then 128 moments spread over the
    /// day stand for it, and two lessons that only touch still do not clash.
    pub fn new(times: impl IntoIterator<Item = NaiveTime>) -> Self {
        let mut times: Vec<NaiveTime> = times.into_iter().collect();
        times.sort_unstable();
        times.dedup();
        let most = Clock::BITS as usize;
        let mut moments: Vec<NaiveTime> = times.windows(2).map(|pair| pair[0] + (pair[1] - pair[0]) / 2).collect();
        if let (true, Some(first), Some(last)) = (moments.len() > most, times.first(), times.last()) {
            let step = (*last - *first) / (2 * most as i32);
            moments = (0..most as i32).map(|at| *first + step * (2 * at + 1)).collect();
        }
        Clockwork { moments }
    }

    /// The stretches from one time to another.
    pub fn clock(&self, from: NaiveTime, to: NaiveTime) -> Clock {
        let within = |moment: &NaiveTime| from <= *moment && *moment < to;
        (0..).zip(&self.moments).filter(|(_, moment)| within(moment)).fold(0, |clock, (bit, _)| clock | 1 << bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
    }

    #[test]
    fn lessons_that_touch_share_nothing_and_lessons_that_overlap_share_a_stretch() {
        let clockwork = Clockwork::new([time(8, 0), time(8, 45), time(9, 30), time(8, 35), time(9, 10)]);
        let [first, second, other] =
            [(time(8, 0), time(8, 45)), (time(8, 45), time(9, 30)), (time(8, 35), time(9, 10))]
                .map(|(from, to)| clockwork.clock(from, to));
        assert_eq!(first & second, 0);
        assert!(first & other != 0 && second & other != 0);
        assert_eq!(clockwork.clock(time(20, 0), time(21, 0)), 0);
    }

    #[test]
    fn with_more_times_than_bits_touching_lessons_still_do_not_clash() {
        let minutes = (0..600).map(|minute| time(7 + minute / 60, minute % 60));
        let clockwork = Clockwork::new(minutes);
        let hour = |hour| clockwork.clock(time(hour, 0), time(hour + 1, 0));
        assert!((7..16).all(|at| hour(at) != 0 && hour(at) & hour(at + 1) == 0));
    }
}
