//! The courier at the desk: when it goes by itself, what it is doing, and how its road went. The carrying itself is the
//! crate `balai-carrier`, which the command line shares.

use crate::{
    desk::Desk,
    events::Changed,
    failure::{Answer, Failure},
    opening::Door,
};
use balai_carrier::{Listener, Progress, exchange};
use balai_domain::{
    base::zone::Zone,
    office,
    store::Store,
    sync::{
        own::{ExchangeMode, Own},
        own_store,
        review::ExchangeRefusal,
        run_store::{self, Run},
    },
};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use tauri::Manager;

/// The word under which the page hears that something about the exchange changed.
pub const TABLE: &str = "exchange";

/// After a failure it is tried again so many minutes later, and twice as late each time, up to an hour.
const AGAIN: i64 = 5;

/// The state of the courier of one desk.
#[derive(Debug, Default)]
pub struct Courier {
    running: AtomicBool,
    stopping: AtomicBool,
    progress: Mutex<Option<Progress>>,
}

impl Courier {
    /// What it is doing, while it does.
    pub fn progress(&self) -> Option<Progress> {
        if self.running.load(Ordering::Acquire) { *self.lock() } else { None }
    }

    /// It comes back after the step it is at.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Progress>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Speaks for the desk while the courier is on the road.
struct Road<'a>(&'a Desk);

impl Listener for Road<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn progress(&self, progress: Progress) {
        let before = self.0.courier.lock().replace(progress);
        if before != Some(progress) {
            tell(self.0);
        }
    }

    fn changed(&self, tables: &[&'static str]) {
        self.0.seat().note_change();
        self.0.voice.changed(&Changed { tables: tables.iter().map(|table| (*table).to_owned()).collect() });
    }

    fn stopped(&self) -> bool {
        self.0.courier.stopping.load(Ordering::Acquire)
    }
}

/// The page asks again how the exchange stands.
pub fn tell(desk: &Desk) {
    desk.voice.changed(&Changed { tables: vec![TABLE.to_owned()] });
}

/// Exchanges now. Refuses `exchange.running`, `exchange.not_enrolled`, `exchange.switched_off` and what can go wrong on
/// the road.
pub async fn go(desk: &Desk, store: &Store) -> Answer<Run> {
    let own = own_store::own(&mut *store.read().await?).await?.ok_or(refusal(ExchangeRefusal::NotEnrolled))?;
    if own.mode == ExchangeMode::Off {
        return Err(refusal(ExchangeRefusal::SwitchedOff));
    }
    if desk.courier.running.swap(true, Ordering::AcqRel) {
        return Err(refusal(ExchangeRefusal::Running));
    }
    desk.courier.stopping.store(false, Ordering::Release);
    let zone = office::office(&mut *store.read().await?).await?.map_or(Zone::Wib, |office| office.zone);
    let outcome = exchange::run(store, zone, &Road(desk)).await;
    desk.courier.lock().take();
    desk.courier.running.store(false, Ordering::Release);
    tell(desk);
    Ok(outcome.map_err(balai_domain::store::Error::from)?)
}

fn refusal(refusal: ExchangeRefusal) -> Failure {
    Failure::Refusal(refusal.into())
}

/// Goes by itself when it is time. Called every minute or so.
pub async fn keep_watch(app: &tauri::AppHandle) {
    let desk = app.state::<Desk>();
    let store = match &*desk.door().await {
        Door::Open(store) if !desk.is_sample() => store.clone(),
        _ => return,
    };
    match is_due(&desk, &store).await {
        Ok(true) => match go(&desk, &store).await {
            Ok(run) => tracing::info!("exchanged: {} sent, {} received", run.sent, run.received),
            Err(Failure::Refusal(why)) => tracing::info!("exchange: {}", why.code),
            Err(Failure::Fault { .. }) => {}
        },
        Ok(false) => {}
        Err(error) => tracing::warn!("exchange: {error:?}"),
    }
}

async fn is_due(desk: &Desk, store: &Store) -> Answer<bool> {
    let mut connection = store.read().await?;
    let Some(own) = own_store::own(&mut connection).await? else { return Ok(false) };
    let runs = run_store::runs(&mut connection).await?;
    Ok(own.mode != ExchangeMode::Off && due(&own, &runs, desk.now()))
}

/// Whether it is time: once an hour at this PC's own second, so that not all PCs of a province come at once; sooner
/// after a failure, but not at once.
fn due(own: &Own, runs: &[Run], now: DateTime<Utc>) -> bool {
    let Some(last) = runs.first() else { return true };
    // A clock that was set back does not stop the courier.
    let since = (now - last.at).abs();
    let failures = runs.iter().take_while(|run| run.failure.is_some()).count();
    if failures > 0 {
        let wait = AGAIN << failures.saturating_sub(1).min(4);
        return since >= TimeDelta::minutes(wait.min(60)) + TimeDelta::seconds(i64::from(own.slot % 60));
    }
    let second = i64::from(now.minute() * 60 + now.second());
    let past_slot = (second - i64::from(own.slot)).rem_euclid(3600);
    since >= TimeDelta::hours(1) || since >= TimeDelta::minutes(5) && past_slot < since.num_seconds().min(3600)
}

#[cfg(test)]
#[path = "courier_tests.rs"]
mod tests;
