//! One exchange with the hub: greet, publish numbers, send, fetch, carry scans. Every step stands in the file before the
//! next begins, so it can be cut anywhere and goes on from there.

use crate::{
    attachments, bundle,
    failure::Failure,
    hub::Hub,
    listen::{Listener, Progress, Stage},
};
use balai_domain::{
    base::zone::Zone,
    store::Store,
    sync::{
        exchange::{self, Parcel},
        numbers_store, outbox_store,
        own::{ExchangeMode, Own},
        own_store::{self, SCHEMA},
        run_store::{self, ExchangeWay, Run},
        upgrade,
    },
};
use balai_exchange::{
    Epoch,
    message::{Hello, HelloReply, Page, PushReply, seal},
    published::{Number, Publish, Published},
    schema::terms,
};
use hyper::Method;

/// Entries of a page.
const PAGE: u32 = 1_000;
/// How often a broken line is taken up again within one exchange.
const TRIES: u32 = 4;
/// Answers that bring nothing forward, after which it is left for next time.
const STANDSTILL: u32 = 8;

/// Exchanges with the hub and notes how it went. What was done before a failure stays done.
pub async fn run(store: &Store, zone: Zone, listener: &impl Listener) -> Result<Run, Failure> {
    let mut run = Run { at: listener.now(), way: ExchangeWay::Hub, sent: 0, received: 0, failure: None };
    let own = own_store::own(&mut *store.read().await?).await?.ok_or(Failure::NotEnrolled)?;
    if own.mode == ExchangeMode::Off {
        return Err(Failure::NotEnrolled);
    }
    upgrade::after_update(store, listener.now()).await?;
    let hub = Hub::of(&own)?;
    let mut courier = Courier { store, listener, own, hub, run: &mut run };
    let outcome = courier.all(zone).await;
    run.failure = outcome.as_ref().err().map(|failure| failure.code().to_owned());
    run_store::note(&mut *store.local().await?, &run).await?;
    outcome.map(|()| run)
}

struct Courier<'a, L> {
    store: &'a Store,
    listener: &'a L,
    own: Own,
    hub: Hub,
    run: &'a mut Run,
}

impl<L: Listener> Courier<'_, L> {
    async fn all(&mut self, zone: Zone) -> Result<(), Failure> {
        let may_fetch = self.greet().await?;
        self.numbers(zone).await?;
        if self.own.mode != ExchangeMode::Everything {
            return Ok(());
        }
        self.send().await?;
        if !may_fetch {
            return Err(Failure::TooOld);
        }
        self.fetch().await?;
        // Now it is known whether the office has one already.
        bundle::draw_office_key(self.store, self.listener.now()).await?;
        // A PC that was restored or cloned learns it while fetching, and sends under its new epoch at once.
        self.send().await?;
        attachments::carry(self.store, &self.own, &mut self.hub, self.listener).await
    }

    fn tell(&self, stage: Stage, done: u64, total: u64) -> Result<(), Failure> {
        self.listener.progress(Progress { stage, done, total: total.max(done) });
        if self.listener.stopped() { Err(Failure::Stopped) } else { Ok(()) }
    }

    async fn greet(&mut self) -> Result<bool, Failure> {
        self.tell(Stage::Greeting, 0, 1)?;
        let waiting = outbox_store::count(&mut *self.store.read().await?, self.own.sent).await?;
        let hello = Hello {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            schema_min: 1,
            schema_max: SCHEMA,
            features: vec![format!("backlog={waiting}")],
            epoch: self.own.author.epoch,
            clock: self.listener.now().timestamp_millis().max(0).unsigned_abs(),
        };
        let nonce = self.hub.draw();
        let body = seal(self.hub.key(), &nonce, &hello);
        let reply: HelloReply = self.hub.ask(Method::POST, "/v1/hello", nonce, body).await?.message;
        self.own.slot = reply.slot;
        self.own.hub_time = self.own.hub_time.max(reply.hub_time);
        own_store::keep(&mut *self.store.local().await?, &self.own).await?;
        Ok(terms(env!("CARGO_PKG_VERSION"), SCHEMA, &reply).pull)
    }

    async fn numbers(&mut self, zone: Zone) -> Result<(), Failure> {
        let today = zone.day(self.listener.now());
        let numbers = numbers_store::numbers(&mut *self.store.read().await?, today).await?;
        self.tell(Stage::Numbers, 0, numbers.len() as u64)?;
        let plain = |one: numbers_store::Number| Number { kind: one.kind, period: one.period, value: one.value };
        let message = Publish {
            since: numbers_store::since(today),
            numbers: numbers.into_iter().map(plain).filter(Number::is_plain).collect(),
        };
        let nonce = self.hub.draw();
        let body = seal(self.hub.key(), &nonce, &message);
        let _: Published = self.hub.ask(Method::POST, "/v1/numbers", nonce, body).await?.message;
        Ok(())
    }

    async fn send(&mut self) -> Result<(), Failure> {
        let total = outbox_store::count(&mut *self.store.read().await?, self.own.sent).await?.unsigned_abs();
        let (mut done, mut still, mut cuts) = (0, 0, 0);
        while let Some(parcel) = exchange::next(self.store, &self.own).await? {
            self.tell(Stage::Sending, done, total)?;
            match self.push(&parcel).await {
                Ok(sent) if sent > 0 => {
                    done += sent;
                    (still, cuts) = (0, 0);
                }
                Ok(_) => still += 1,
                Err(failure) if failure.is_of_the_line() && cuts < TRIES => {
                    cuts += 1;
                    exchange::on_failure(self.store, &mut self.own).await?;
                    tokio::time::sleep(self.listener.pause(cuts)).await;
                }
                Err(failure) => return Err(failure),
            }
            if still > STANDSTILL {
                break;
            }
        }
        Ok(())
    }

    /// Sends one frame; how many entries the hub has more.
    async fn push(&mut self, parcel: &Parcel) -> Result<u64, Failure> {
        let nonce = self.hub.draw();
        let reply: PushReply = self.hub.ask(Method::POST, "/v1/push", nonce, parcel.frame.to_bytes()).await?.message;
        let (fresh, now) = (Epoch::from_random(rand::random()), self.listener.now());
        let step = exchange::on_reply(self.store, &mut self.own, parcel, reply, fresh, now).await?;
        self.run.sent += i64::try_from(step.sent).unwrap_or(0);
        Ok(step.sent)
    }

    async fn fetch(&mut self) -> Result<(), Failure> {
        let (mut done, mut cuts) = (0, 0);
        let from = self.own.head;
        loop {
            self.tell(Stage::Fetching, done, self.own.hub_head.0.saturating_sub(from.0))?;
            let page = match self.pull().await {
                Err(failure) if failure.is_of_the_line() && cuts < TRIES => {
                    cuts += 1;
                    tokio::time::sleep(self.listener.pause(cuts)).await;
                    continue;
                }
                page => page?,
            };
            cuts = 0;
            let (fresh, now) = (Epoch::from_random(rand::random()), self.listener.now());
            let before = self.own.head;
            let applied = exchange::on_page(self.store, &mut self.own, &page, fresh, now).await?;
            self.run.received += i64::try_from(applied.taken.new).unwrap_or(0);
            self.run.sent += i64::try_from(applied.step.sent).unwrap_or(0);
            if !applied.done.tables.is_empty() {
                self.listener.changed(&applied.done.tables);
            }
            done = self.own.head.0 - from.0;
            if self.own.head == before || self.own.head >= page.head {
                return Ok(());
            }
        }
    }

    async fn pull(&mut self) -> Result<Page, Failure> {
        let path = format!("/v1/pull?after={}&most={PAGE}", self.own.head.0);
        let nonce = self.hub.draw();
        Ok(self.hub.ask(Method::GET, &path, nonce, Vec::new()).await?.message)
    }
}
