//! Scans and pictures come last, in chunks of 64 KiB of which each stands when it has gone, and no more a day than a
//! slow line bears.

use crate::{
    failure::Failure,
    hub::Hub,
    listen::{Listener, Progress, Stage},
};
use balai_domain::{
    store::Store,
    sync::{attachment_store, own::Own},
};
use balai_exchange::attachment::{CHUNK, Holding, chunks};
use hyper::Method;

/// Bytes a day, both ways.
const A_DAY: u64 = 20 * 1024 * 1024;
/// Looked at in one exchange.
const MOST: i64 = 200;

/// Carries what is on its way, until the day's measure is full.
pub async fn carry(store: &Store, own: &Own, hub: &mut Hub, listener: &impl Listener) -> Result<(), Failure> {
    let day = listener.now().date_naive().to_string();
    let carried = attachment_store::carried_on(&mut *store.read().await?, &day).await?;
    let mut porter = Porter { store, hub, listener, day, carried, done: 0, total: 0 };
    let sending = attachment_store::to_send(&mut *store.read().await?, MOST).await?;
    let fetching = attachment_store::to_fetch(&mut *store.read().await?, MOST).await?;
    porter.total = (sending.len() + fetching.len()) as u64;
    tracing::debug!(office = own.office.0, porter.total, "pictures on their way");
    for hash in sending {
        if !porter.send(&hash).await? {
            return Ok(());
        }
    }
    for hash in fetching {
        if !porter.fetch(&hash).await? {
            return Ok(());
        }
    }
    Ok(())
}

struct Porter<'a, L> {
    store: &'a Store,
    hub: &'a mut Hub,
    listener: &'a L,
    day: String,
    carried: u64,
    done: u64,
    total: u64,
}

impl<L: Listener> Porter<'_, L> {
    /// Counts bytes; whether the day has room for more.
    async fn count(&mut self, bytes: usize) -> Result<bool, Failure> {
        self.carried += bytes as u64;
        attachment_store::set_carried(&mut *self.store.local().await?, &self.day, self.carried).await?;
        Ok(self.carried < A_DAY)
    }

    fn tell(&self) -> Result<(), Failure> {
        self.listener.progress(Progress { stage: Stage::Attachments, done: self.done, total: self.total });
        if self.listener.stopped() { Err(Failure::Stopped) } else { Ok(()) }
    }

    async fn state(&mut self, hash: &str) -> Result<Holding, Failure> {
        let nonce = self.hub.draw();
        let path = format!("/v1/attachment/{hash}");
        Ok(self.hub.ask(Method::GET, &path, nonce, Vec::new()).await?.message)
    }

    async fn send(&mut self, hash: &str) -> Result<bool, Failure> {
        self.tell()?;
        let kept = attachment_store::read(&mut *self.store.read().await?, hash).await?;
        let Some(bytes) = kept.map(|kept| kept.bytes) else { return Ok(true) };
        let size = bytes.len() as u64;
        let mut holding = self.state(hash).await?;
        let all: Vec<u32> = if holding.size == 0 { (0..chunks(size)).collect() } else { holding.missing.clone() };
        for n in all {
            if holding.complete {
                break;
            }
            let Some(chunk) = bytes.chunks(CHUNK).nth(n as usize) else { continue };
            if self.carried >= A_DAY {
                return Ok(false);
            }
            let nonce = self.hub.draw();
            let path = format!("/v1/attachment/{hash}/{n}?size={size}");
            holding = self.hub.ask(Method::PUT, &path, nonce, chunk.to_vec()).await?.message;
            self.count(chunk.len()).await?;
        }
        // Only what the hub has proved whole counts as gone.
        attachment_store::note(&mut *self.store.local().await?, hash, holding.complete).await?;
        self.done += 1;
        Ok(true)
    }

    async fn fetch(&mut self, hash: &str) -> Result<bool, Failure> {
        self.tell()?;
        let holding = self.state(hash).await?;
        self.done += 1;
        if !holding.complete {
            return Ok(true);
        }
        let mut bytes = Vec::new();
        for n in 0..chunks(holding.size) {
            if self.carried >= A_DAY {
                return Ok(false);
            }
            let nonce = self.hub.draw();
            let path = format!("/v1/attachment/{hash}/{n}");
            bytes.extend(self.hub.send(Method::GET, &path, nonce, Vec::new()).await?.body);
            self.count(CHUNK).await?;
        }
        if blake3::hash(&bytes).to_hex().as_str() == hash {
            attachment_store::keep(&mut *self.store.local().await?, hash, &bytes).await?;
        }
        Ok(true)
    }
}
