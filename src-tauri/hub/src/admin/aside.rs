//! `balai-hub aside`: what lies aside, and that somebody looked.

use super::args::AsideVerb;
use super::{Failure, Outcome, Place};
use crate::ledger::audit::{self, Act};
use crate::ledger::head::Head;
use crate::ledger::{hex, quarantine, reading, writing};
use balai_exchange::OpId;

pub async fn run(place: &Place, verb: AsideVerb) -> Outcome {
    match verb {
        AsideVerb::List { office } => {
            let scope = place.office(&office).await?;
            for one in reading!(place.ledger, &scope, |tx| quarantine::list(tx).await)? {
                println!("{}\t{}\ttabel {}\tPC {}", hex(&one.op.0), one.reason, one.table, one.device.0);
            }
            Ok(())
        }
        AsideVerb::Settle { office, change } => {
            let scope = place.office(&office).await?;
            let unknown = || Failure::Refused(format!("{change} tidak ada di antara yang ditahan kantor {office}"));
            let op = read(&change).ok_or_else(unknown)?;
            let (now, salt) = (place.now(), rand::random());
            let settled = writing!(place.ledger, &scope, |tx| {
                let mut head = Head::lock(tx).await?;
                let settled = quarantine::settle(tx, op, now).await?;
                if settled {
                    audit::add(tx, &mut head, Act::AsideSettled, salt, &op.0, now).await?;
                }
                Ok(settled)
            })?;
            if settled { Ok(()) } else { Err(unknown()) }
        }
    }
}

/// 32 hexadecimal digits.
fn read(text: &str) -> Option<OpId> {
    let digits = Some(text).filter(|text| text.len() == 32 && text.is_ascii())?;
    u128::from_str_radix(digits, 16).ok().map(|number| OpId(number.to_be_bytes()))
}
