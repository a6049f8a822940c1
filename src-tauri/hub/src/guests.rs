//! The guest list: giving one-time codes, letting PCs in, taking them off.

use crate::hub::Hub;
use crate::keys::Keys;
use crate::ledger::audit::{self, Act};
use crate::ledger::head::Head;
use crate::ledger::{Ledger, Province, Result, Scope, devices, enrol, offices};
use crate::ledger::{reading, writing};
use balai_exchange::DeviceId;
use balai_exchange::enrol::{Certificate, Code, CodeSecret, EnrolReply, EnrolRequest, same_proof};

/// How long a code can be used: a day.
const CODE_LASTS: i64 = 24 * 60 * 60 * 1000;

/// How many wrong proofs a code bears.
const TRIES: i64 = 5;

/// How long a certificate lasts: 400 days.
const CERTIFICATE_LASTS: i64 = 400 * 24 * 60 * 60 * 1000;

/// What a PC that asked to be let in is told.
#[derive(Debug)]
pub enum Entry {
    Welcome(EnrolReply),
    Refused,
}

/// Gives a one-time code for a new PC of the office.
pub async fn give_code(ledger: &Ledger, scope: Scope, device_name: &str, now: i64) -> Result<Code> {
    let code = Code::from_random(rand::random());
    let salt: [u8; 32] = rand::random();
    let given = writing!(ledger, &scope, |tx| {
        let mut head = Head::lock(tx).await?;
        if enrol::find(tx, &code.id()).await?.is_none() {
            enrol::give(tx, &code.id(), &code.secret().0, device_name, now, now + CODE_LASTS, TRIES).await?;
            audit::add(tx, &mut head, Act::CodeGiven, salt, device_name.as_bytes(), now).await?;
        }
        Ok(())
    });
    given?;
    Ok(code)
}

/// Lets a PC in that proves its code. Asking again with the same key, since an answer got lost, gives the same PC.
pub async fn enrol(hub: &Hub, asked: &EnrolRequest) -> Result<Entry> {
    let Some(scope) = reading!(hub.ledger, &Province, |tx| offices::find(tx, &asked.office).await)? else {
        return Ok(Entry::Refused);
    };
    let (now, salt) = (hub.now(), rand::random());
    let device = DeviceId::from_random(rand::random());
    let let_in = writing!(hub.ledger, &scope, |tx| {
        let mut head = Head::lock(tx).await?;
        let Some(code) = enrol::find(tx, &asked.code).await? else {
            return Ok(None);
        };
        let Ok(secret) = <[u8; 32]>::try_from(code.secret.as_slice()).map(CodeSecret) else {
            return Ok(None);
        };
        if now > code.expires_at || code.tries_left <= 0 {
            return Ok(None);
        }
        if !same_proof(&asked.proof, &secret.of_device(&asked.key, &asked.nonce)) {
            enrol::count_try(tx, &asked.code).await?;
            audit::add(tx, &mut head, Act::CodeRefused, salt, &asked.code, now).await?;
            return Ok(None);
        }
        let device = match code.device {
            Some(before) => match devices::find(tx, before).await? {
                Some(known) if known.key == asked.key && known.revoked_at.is_none() => before,
                _ => return Ok(None),
            },
            None => {
                devices::add(tx, device, &asked.key, &code.device_name, now, now + CERTIFICATE_LASTS).await?;
                enrol::use_up(tx, &asked.code, device, now).await?;
                audit::add(tx, &mut head, Act::DeviceEnrolled, salt, code.device_name.as_bytes(), now).await?;
                device
            }
        };
        let name = offices::name(tx).await?.unwrap_or_default();
        Ok(Some((secret, device, name)))
    });
    let Some((secret, device, office_name)) = let_in? else {
        return Ok(Entry::Refused);
    };
    let certificate = Certificate {
        device,
        office: scope.office(),
        key: asked.key,
        not_after: (now + CERTIFICATE_LASTS).max(0).unsigned_abs(),
    };
    Ok(Entry::Welcome(welcome(&hub.keys, asked, &secret, &certificate, office_name, hub.time())))
}

fn welcome(
    keys: &Keys,
    asked: &EnrolRequest,
    secret: &CodeSecret,
    certificate: &Certificate,
    office_name: String,
    hub_time: u64,
) -> EnrolReply {
    let hub = keys.public();
    EnrolReply {
        hub,
        proof: secret.of_hub(&hub, &asked.key, &asked.nonce),
        certificate: certificate.issue(keys.sign()),
        office_name,
        hub_time,
    }
}

/// Takes a PC off the list; whether it was on it.
pub async fn revoke(ledger: &Ledger, scope: Scope, device: DeviceId, now: i64) -> Result<bool> {
    let salt: [u8; 32] = rand::random();
    writing!(ledger, &scope, |tx| {
        let mut head = Head::lock(tx).await?;
        let revoked = devices::revoke(tx, device, now).await?;
        if revoked {
            audit::add(tx, &mut head, Act::DeviceRevoked, salt, &device.0.to_be_bytes(), now).await?;
        }
        Ok(revoked)
    })
}
