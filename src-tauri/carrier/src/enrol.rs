//! Getting on the hub's guest list with a one-time code, over the network.

use crate::{
    failure::Failure,
    hub::refused,
    line::{Address, Line},
};
use balai_domain::{
    store::Store,
    sync::{own::Own, own_store},
};
use balai_exchange::{
    Epoch,
    enrol::{Code, EnrolReply, EnrolRequest},
    sign::SecretKey,
};
use chrono::{DateTime, Utc};
use hyper::Method;

/// Enrols this PC. What it had at another hub is forgotten; what it holds of the office stays, and is sent to this one.
pub async fn enrol(store: &Store, address: &str, office: &str, code: &str, now: DateTime<Utc>) -> Result<Own, Failure> {
    let address = Address::read(address)?;
    let code: Code = code.parse().map_err(|_| Failure::Code)?;
    let seed: [u8; 32] = rand::random();
    let asked = EnrolRequest::new(office.trim(), &code, SecretKey::from_seed(seed).public(), rand::random());
    let answer = Line::new(address.clone(), 0).ask(Method::POST, "/v1/enrol", &[], asked.to_bytes()).await?;
    if answer.status != 200 {
        return Err(refused(&answer));
    }
    let (reply, certificate) = EnrolReply::read(&answer.body, &code, &asked)?;
    let mut connection = store.local().await?;
    let epoch = Epoch::from_random(rand::random());
    own_store::enrolled(&mut connection, seed, &address.text(), (&reply, &certificate), epoch, now).await?;
    own_store::own(&mut connection).await?.ok_or(Failure::NotEnrolled)
}
