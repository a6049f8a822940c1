//! The way of a stick: a real bundle to the hub, and a real one back.

use crate::{desk::Desk, hub::Hub, random::Random, truth::Truth};
use balai_exchange::{
    Author, DeviceId, Epoch, Frame, Seq, Stamp,
    bundle::{Drawn, Item, Items, Manifest, Writer, verify},
    message::{Page, PullRequest, PushReply, open, seal},
    seal::{ContentKey, OpeningKey},
    sign::SecretKey,
};
use chrono::{DateTime, Utc};

fn hub_key() -> SecretKey {
    SecretKey::from_seed([200; 32])
}

fn hub_opens() -> OpeningKey {
    OpeningKey::from_seed([201; 32])
}

fn desk_opens(seed: &[u8; 32]) -> OpeningKey {
    OpeningKey::from_seed(*seed)
}

fn drawn(random: &mut Random) -> Drawn {
    Drawn { content: ContentKey(random.bytes()), once: random.bytes() }
}

/// Everything unsent, as frames in a row.
pub fn to_hub(desk: &Desk, random: &mut Random) -> Vec<u8> {
    let mut frames = Vec::new();
    let mut ahead: Author = desk.author.clone();
    let mut rest = desk.unsent();
    while let Ok(Some(frame)) = ahead.frame(rest, &desk.key()) {
        rest = &rest[frame.header.n as usize..];
        (ahead.acked, ahead.chain) = (frame.header.last(), frame.header.after);
        frames.push(frame);
    }
    let manifest = Manifest {
        id: random.bytes(),
        office: desk.home,
        device: desk.device,
        epoch: desk.author.epoch,
        first: frames.first().map_or(Seq(0), |frame| frame.header.first),
        last: ahead.acked,
        chain: ahead.chain,
        cursors: desk.request(500).cursors,
        created: 0,
    };
    let key = desk.key();
    let recipients = [hub_opens().recipient()];
    let mut writer = Writer::begin(Vec::new(), &key, &recipients, &drawn(random), manifest).expect("begins");
    frames.iter().for_each(|frame: &Frame| writer.add(&Item::Frame(frame.to_bytes())).expect("adds"));
    writer.finish().expect("ends")
}

/// The hub reads it, and writes the way back.
pub fn at_hub(hub: &mut Hub, device: DeviceId, bytes: &[u8], now: Stamp, random: &mut Random) -> Option<Vec<u8>> {
    let signer = verify(bytes).ok()?;
    if signer != hub.guests.get(&device)?.key {
        return None;
    }
    let mut items = Items::open(bytes, &hub_opens()).ok()?;
    let Some(Ok(Item::Manifest(manifest))) = items.next() else { return None };
    let mut last: Option<PushReply> = None;
    for item in items {
        if let Ok(Item::Frame(frame)) = item {
            last = hub.push(&frame, now, None).or(last);
        }
    }
    let key = hub_key();
    let recipients = [desk_opens(&[device.0 as u8 + 1; 32]).recipient()];
    let back = Manifest { first: Seq(0), ..manifest.clone() };
    let mut writer = Writer::begin(Vec::new(), &key, &recipients, &drawn(random), back).ok()?;
    if let Some(reply) = last {
        writer.add(&Item::Reply(seal(&key, &manifest.id, &reply))).ok()?;
    }
    let request = PullRequest { cursors: manifest.cursors, most: 300 };
    for page in hub.pull(device, &request) {
        writer.add(&Item::Page(seal(&key, &manifest.id, &page))).ok()?;
    }
    writer.finish().ok()
}

/// The desk reads what came back.
pub fn at_desk(desk: &mut Desk, bytes: &[u8], fresh: Epoch, time: DateTime<Utc>, truth: &mut Truth) {
    if verify(bytes) != Ok(hub_key().public()) {
        return;
    }
    let Ok(mut items) = Items::open(bytes, &desk_opens(&desk.seed)) else { return };
    let Some(Ok(Item::Manifest(manifest))) = items.next() else { return };
    for item in items {
        match item {
            Ok(Item::Reply(sealed)) => {
                if let Ok(reply) = open::<PushReply>(&hub_key().public(), &manifest.id, &sealed) {
                    desk.on_reply(Seq(1), reply, fresh, truth);
                }
            }
            Ok(Item::Page(sealed)) => {
                if let Ok(page) = open::<Page>(&hub_key().public(), &manifest.id, &sealed) {
                    desk.on_page(&page, fresh, time, false, truth);
                }
            }
            _ => {}
        }
    }
}
