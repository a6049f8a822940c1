//! The verbs about offices, PCs, stewards and the audit.

use super::args::{AuditVerb, DeviceVerb, OfficeVerb, StewardVerb};
use super::{Failure, Outcome, Place};
use crate::guests;
use crate::ledger::audit::{self, Broken, End};
use crate::ledger::{Province, Scope, devices, hex, offices, stewards};
use crate::ledger::{reading, writing};
use crate::web::password;
use balai_exchange::DeviceId;
use balai_exchange::audit::Link;
use chrono::DateTime;

pub fn init(place: &Place, new: bool) -> Outcome {
    let keys = place.keys()?;
    println!("{}", if new { "Buku besar dibuat." } else { "Buku besar sudah ada." });
    println!("Kunci hub: {}", hex(&keys.public().0));
    Ok(())
}

pub async fn office(place: &Place, verb: OfficeVerb) -> Outcome {
    match verb {
        OfficeVerb::Add { code, name } => {
            let now = place.now();
            let new = writing!(place.ledger, &Province, |tx| offices::add(tx, &code, &name, now).await)?;
            if !new {
                return Err(Failure::Refused(format!("kantor {code} sudah ada")));
            }
            println!("{code}\t{name}");
        }
        OfficeVerb::List => {
            for office in reading!(place.ledger, &Province, |tx| offices::list(tx).await)? {
                let seen = office.seen_at.map_or_else(|| "-".to_owned(), moment);
                println!("{}\t{}\t{} PC\t{}\t{}", office.code, office.name, office.devices, office.head.0, seen);
            }
        }
    }
    Ok(())
}

pub async fn device(place: &Place, verb: DeviceVerb) -> Outcome {
    match verb {
        DeviceVerb::Code { office, name } => {
            let scope = place.office(&office).await?;
            println!("{}", guests::give_code(&place.ledger, scope, &name, place.now()).await?);
        }
        DeviceVerb::List { office } => {
            let scope = place.office(&office).await?;
            for device in reading!(place.ledger, &scope, |tx| devices::list(tx).await)? {
                let state = match (device.revoked_at, device.seen_at) {
                    (Some(at), _) => format!("dicabut {}", moment(at)),
                    (None, Some(at)) => moment(at),
                    (None, None) => "-".to_owned(),
                };
                println!("{}\t{}\t{state}", device.id.0, device.name);
            }
        }
        DeviceVerb::Revoke { office, device } => {
            let scope = place.office(&office).await?;
            if !guests::revoke(&place.ledger, scope, DeviceId(device), place.now()).await? {
                return Err(Failure::Refused(format!("PC {device} tidak ada dalam daftar kantor {office}")));
            }
            println!("PC {device} dicabut.");
        }
    }
    Ok(())
}

pub async fn steward(place: &Place, verb: StewardVerb) -> Outcome {
    match verb {
        StewardVerb::Set { name } => {
            let words = ask_password()?;
            let hash = password::hash(&words)
                .ok_or_else(|| Failure::Refused(format!("kata sandi minimal {} karakter", password::LEAST)))?;
            let now = place.now();
            writing!(place.ledger, &Province, |tx| stewards::set(tx, &name, &hash, now).await)?;
            println!("{name}");
        }
        StewardVerb::List => {
            for name in reading!(place.ledger, &Province, |tx| stewards::list(tx).await)? {
                println!("{name}");
            }
        }
        StewardVerb::Remove { name } => {
            if !writing!(place.ledger, &Province, |tx| stewards::remove(tx, &name).await)? {
                return Err(Failure::Refused(format!("{name} tidak ada dalam daftar")));
            }
        }
    }
    Ok(())
}

fn ask_password() -> Outcome<String> {
    match std::env::var("BALAI_HUB_PASSWORD") {
        Ok(words) => Ok(words),
        Err(_) => rpassword::prompt_password("Kata sandi: ")
            .map_err(|_| Failure::Refused("isi BALAI_HUB_PASSWORD atau jalankan di terminal".to_owned())),
    }
}

pub async fn audit(place: &Place, verb: AuditVerb) -> Outcome {
    let AuditVerb::Verify { office, witness } = verb;
    let witness = witness.map(|text| read_witness(&text)).transpose()?;
    let mut broken = 0;
    for one in reading!(place.ledger, &Province, |tx| offices::list(tx).await)? {
        if office.as_ref().is_some_and(|code| !one.code.eq_ignore_ascii_case(code.trim())) {
            continue;
        }
        let scope = Scope::of(one.id);
        match reading!(place.ledger, &scope, |tx| audit::verify(tx, witness).await)? {
            Ok(end) => println!("{}\tutuh\t{}:{}", one.code, end.n, hex(&end.link.0)),
            Err(place) => {
                broken += 1;
                println!("{}\trusak\t{}", one.code, words(&place));
            }
        }
    }
    if broken > 0 { Err(Failure::Damaged(format!("{broken} rantai audit rusak"))) } else { Ok(()) }
}

fn read_witness(text: &str) -> Outcome<End> {
    let read = || {
        let (n, hash) = text.split_once(':')?;
        let hash = blake3::Hash::from_hex(hash).ok()?;
        Some(End { n: n.parse().ok()?, link: Link(*hash.as_bytes()) })
    };
    read().ok_or_else(|| Failure::Refused("saksi ditulis sebagai NOMOR:HASH".to_owned()))
}

fn words(broken: &Broken) -> String {
    match broken {
        Broken::Order { n } => format!("catatan {n} hilang, disisipkan atau dipindah"),
        Broken::Entry { n } => format!("catatan {n} diubah"),
        Broken::Payload { n } => format!("isi catatan {n} diubah"),
        Broken::End { n } => format!("rantai berakhir di catatan {n}, tidak seperti kepala kantor"),
        Broken::Witness { n } => format!("saksi memegang hash lain untuk catatan {n}"),
    }
}

fn moment(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).unwrap_or_default().format("%Y-%m-%d %H:%M UTC").to_string()
}
