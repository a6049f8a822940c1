use super::*;
use balai_domain::sync::run_store::ExchangeWay;
use balai_exchange::{DeviceId, Epoch, OfficeId, author::Author, sign::PublicKey};
use chrono::TimeZone;

fn at(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, hour, minute, 0).single().expect("a moment")
}

fn own(slot: u32) -> Own {
    Own::new(OfficeId(1), Author::new(DeviceId(1), Epoch(1)), [1; 32], PublicKey([0; 32]), "https://hub.example", slot)
}

fn run(at: DateTime<Utc>, failure: Option<&str>) -> Run {
    Run { at, way: ExchangeWay::Hub, sent: 0, received: 0, failure: failure.map(str::to_owned) }
}

#[test]
fn it_goes_at_the_second_of_this_pc_once_an_hour() {
    let own = own(30 * 60);
    let runs = [run(at(8, 30), None)];
    assert!(!due(&own, &runs, at(8, 50)));
    assert!(!due(&own, &runs, at(9, 29)));
    assert!(due(&own, &runs, at(9, 30)));
    assert!(due(&own, &[], at(9, 0)), "the first time at once");
}

#[test]
fn after_a_failure_it_waits_longer_each_time_and_never_over_an_hour() {
    let own = own(0);
    let once = [run(at(8, 0), Some("unreachable"))];
    assert!(!due(&own, &once, at(8, 4)) && due(&own, &once, at(8, 5)));
    let often: Vec<Run> = (0..9).map(|_| run(at(8, 0), Some("unreachable"))).collect();
    assert!(!due(&own, &often, at(8, 55)) && due(&own, &often, at(9, 0)));
}

#[test]
fn a_clock_set_back_a_year_does_not_stop_it() {
    let runs = [run(at(8, 0), None)];
    assert!(due(&own(0), &runs, at(8, 0) - TimeDelta::days(365)));
}
