//! Questions to a hub: each signed with the key of this PC, each answer believed only if the hub signed it for this very
//! question.

use crate::{
    failure::Failure,
    line::{Address, Answer, Line},
};
use balai_domain::sync::own::Own;
use balai_exchange::{
    message::{Message, Nonce, open},
    request::{CERTIFICATE, HUB_NONCE, NONCE, Request, SIGNATURE, TimeReply},
    sign::SecretKey,
};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use hyper::Method;

/// A hub that this PC may ask.
pub struct Hub {
    line: Line,
    key: SecretKey,
    certificate: String,
    hub: balai_exchange::sign::PublicKey,
    nonce: Option<Vec<u8>>,
    /// The latest time it told, in milliseconds.
    pub time: u64,
}

/// A believed answer.
pub struct Believed<M> {
    /// What the hub said.
    pub message: M,
    /// As it came, to be carried on.
    pub bytes: Vec<u8>,
}

impl Hub {
    /// The hub of this PC.
    pub fn of(own: &Own) -> Result<Hub, Failure> {
        Ok(Hub {
            line: Line::new(Address::read(&own.address)?, own.hub_time),
            key: own.key(),
            certificate: STANDARD.encode(&own.certificate),
            hub: own.hub,
            nonce: None,
            time: own.hub_time,
        })
    }

    /// The nonce of a question that is put into an envelope itself.
    pub fn draw(&self) -> Nonce {
        rand::random()
    }

    /// The key that signs.
    pub fn key(&self) -> &SecretKey {
        &self.key
    }

    /// Asks and believes the answer.
    pub async fn ask<M: Message>(
        &mut self,
        method: Method,
        path: &str,
        nonce: Nonce,
        body: Vec<u8>,
    ) -> Result<Believed<M>, Failure> {
        let answer = self.send(method, path, nonce, body).await?;
        let message = open(&self.hub, &nonce, &answer.body)?;
        Ok(Believed { message, bytes: answer.body })
    }

    /// Asks; the answer's body is proved by whoever asked.
    pub async fn send(&mut self, method: Method, path: &str, nonce: Nonce, body: Vec<u8>) -> Result<Answer, Failure> {
        for fresh in [false, true] {
            let hub_nonce = match self.nonce.clone().filter(|_| !fresh) {
                Some(known) => known,
                None => self.greet().await?,
            };
            let request = Request { method: method.as_str(), path, hub_nonce: &hub_nonce, nonce: &nonce, body: &body };
            let signature = request.sign(&self.key);
            let headers = [
                (CERTIFICATE, self.certificate.clone()),
                (NONCE, STANDARD.encode(nonce)),
                (HUB_NONCE, STANDARD.encode(&hub_nonce)),
                (SIGNATURE, STANDARD.encode(signature.0)),
            ];
            let answer = self.line.ask(method.clone(), path, &headers, body.clone()).await?;
            if let Some(next) = answer.header(HUB_NONCE).and_then(|text| STANDARD.decode(text).ok()) {
                self.nonce = Some(next);
            }
            match (answer.status, &answer.body[..]) {
                (401, b"nonce") if !fresh => self.nonce = None,
                (200..=299, _) => return Ok(answer),
                _ => return Err(refused(&answer)),
            }
        }
        Err(Failure::Hub(401))
    }

    /// The hub's time and a nonce to ask with, both signed.
    async fn greet(&mut self) -> Result<Vec<u8>, Failure> {
        let nonce: Nonce = rand::random();
        let path = format!("/v1/time?nonce={}", URL_SAFE_NO_PAD.encode(nonce));
        let answer = self.line.ask(Method::GET, &path, &[], Vec::new()).await?;
        if answer.status != 200 {
            return Err(refused(&answer));
        }
        let reply: TimeReply = open(&self.hub, &nonce, &answer.body)?;
        self.time = self.time.max(reply.hub_time);
        Ok(reply.hub_nonce)
    }
}

/// What an answer means that is not signed: words for a person, nothing more.
pub fn refused(answer: &Answer) -> Failure {
    match (answer.status, &answer.body[..]) {
        (429, _) => Failure::Busy(answer.retry_after().unwrap_or(60)),
        (503, b"fault") => Failure::Busy(answer.retry_after().unwrap_or(30)),
        (401, b"certificate") | (403, b"revoked") => Failure::Revoked,
        (403, b"code") => Failure::Code,
        (400..=599, body) if body.len() < 16 && body.is_ascii() => Failure::Hub(answer.status),
        _ => Failure::LoginPage,
    }
}
