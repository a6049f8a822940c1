//! A PC of an office, as far as the hub knows one: a key, a certificate, a sequence. It speaks HTTP by hand, so that a
//! test can say anything, also what no honest PC says.

use balai_exchange::author::Author;
use balai_exchange::enrol::{Certificate, Code, EnrolReply, EnrolRequest};
use balai_exchange::message::{Message, Nonce, Page, PushReply, open};
use balai_exchange::request::{CERTIFICATE, HUB_NONCE, NONCE, Request, SIGNATURE, TimeReply};
use balai_exchange::sign::{PublicKey, SecretKey};
use balai_exchange::{Chain, Epoch, Frame, Kind, Record, Stamp, Value};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

/// A PC that was let in.
pub struct Pc {
    pub hub: SocketAddr,
    pub hub_key: PublicKey,
    pub key: SecretKey,
    pub certificate: Certificate,
    /// As it goes into the header.
    pub paper: Vec<u8>,
    pub epoch: Epoch,
    pub records: Vec<Record>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.headers.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// One question by hand.
pub async fn speak(hub: SocketAddr, method: &str, path: &str, headers: &[(&str, String)], body: &[u8]) -> Answer {
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nhost: {hub}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut stream = TcpStream::connect(hub).await.expect("a hub that listens");
    // A hub that refuses early closes before it has read everything.
    drop(stream.write_all(head.as_bytes()).await);
    drop(stream.write_all(body).await);
    let mut bytes = Vec::new();
    drop(stream.read_to_end(&mut bytes).await);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer in HTTP");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let body = bytes.split_off(end + 4);
    let body = if head.to_lowercase().contains("transfer-encoding: chunked") { unchunk(&body) } else { body };
    Answer { status, headers: head, body }
}

fn unchunk(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&rest[..end]), 16).unwrap_or(0);
        let from = end + 2;
        if size == 0 {
            break;
        }
        whole.extend(&rest[from..from + size]);
        rest = &rest[from + size + 2..];
    }
    whole
}

impl Pc {
    /// Is let in with a code.
    pub async fn enrol(hub: SocketAddr, office: &str, code: &Code, seed: u8) -> Pc {
        let key = SecretKey::from_seed([seed; 32]);
        let asked = EnrolRequest::new(office, code, key.public(), [seed; 16]);
        let answer = speak(hub, "POST", "/v1/enrol", &[], &asked.to_bytes()).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let (reply, certificate) = EnrolReply::read(&answer.body, code, &asked).expect("a hub that knows the code");
        let epoch = Epoch(u64::from(seed) * 1000 + 1);
        Pc { hub, hub_key: reply.hub, key, certificate, paper: reply.certificate, epoch, records: Vec::new() }
    }

    /// A fresh nonce of the hub.
    pub async fn hub_nonce(&self) -> Vec<u8> {
        let nonce: Nonce = rand::random();
        let path = format!("/v1/time?nonce={}", URL_SAFE_NO_PAD.encode(nonce));
        let answer = speak(self.hub, "GET", &path, &[], b"").await;
        open::<TimeReply>(&self.hub_key, &nonce, &answer.body).expect("the hub's time").hub_nonce
    }

    /// The headers of an honest question.
    pub fn headers(
        &self,
        method: &str,
        path: &str,
        hub_nonce: &[u8],
        nonce: &Nonce,
        body: &[u8],
    ) -> Vec<(&'static str, String)> {
        let signature = Request { method, path, hub_nonce, nonce, body }.sign(&self.key);
        vec![
            (CERTIFICATE, STANDARD.encode(&self.paper)),
            (NONCE, STANDARD.encode(nonce)),
            (HUB_NONCE, STANDARD.encode(hub_nonce)),
            (SIGNATURE, STANDARD.encode(signature.0)),
        ]
    }

    /// An honest question with its nonce.
    pub async fn ask(&self, method: &str, path: &str, nonce: &Nonce, body: &[u8]) -> Answer {
        let hub_nonce = self.hub_nonce().await;
        speak(self.hub, method, path, &self.headers(method, path, &hub_nonce, nonce, body), body).await
    }

    /// An honest question whose answer the hub signed.
    pub async fn told<M: Message>(&self, method: &str, path: &str, body: &[u8]) -> M {
        let nonce: Nonce = rand::random();
        let answer = self.ask(method, path, &nonce, body).await;
        assert_eq!(answer.status, 200, "{method} {path}: {}", answer.text());
        open(&self.hub_key, &nonce, &answer.body).expect("an answer that the hub signed")
    }

    /// Does something, to be sent.
    pub fn did(&mut self, act: Vec<Record>) -> &mut Self {
        self.records.extend(act);
        self
    }

    /// The frame of its records from the `first` (counted from 0) on, at most `most`.
    pub fn frame(&self, first: usize, most: usize) -> Frame {
        let device = self.certificate.device;
        let before = Chain::genesis(device, self.epoch).over(&self.records[..first]);
        let place = balai_exchange::Seq(first as u64 + 1);
        let frame = Frame::build(device, self.epoch, place, before, &self.records[first..], most, &self.key);
        frame.expect("records that fit").expect("a record at least")
    }

    /// Sends a frame.
    pub async fn push(&self, frame: &Frame) -> PushReply {
        self.told("POST", "/v1/push", &frame.to_bytes()).await
    }

    /// Sends everything it did.
    pub async fn push_all(&self) -> PushReply {
        self.push(&self.frame(0, 500)).await
    }

    /// The feed after a place.
    pub async fn pull(&self, after: u64) -> Page {
        self.told("GET", &format!("/v1/pull?after={after}"), b"").await
    }

    /// The protocol's own view of where it stands.
    pub fn author(&self) -> Author {
        Author::new(self.certificate.device, self.epoch)
    }
}

/// A change of a row of the people's table.
pub fn a_change(row: u128, kind: Kind, cells: &[(u32, Value)]) -> Record {
    Record {
        tx: Uuid::nil(),
        index: 0,
        of: 1,
        hlc: Stamp(1_790_000_000_000 << 16),
        table: 10,
        row: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 | row),
        kind,
        schema: 1,
        actor: None,
        cells: cells.to_vec(),
        supersedes: Vec::new(),
        extra: Vec::new(),
    }
}

/// Changes as one act.
pub fn act(changes: &[Record]) -> Vec<Record> {
    let tx = Uuid::from_u128((rand::random::<u128>() & !(0xffff_ffff)) | 1);
    let of = u32::try_from(changes.len()).expect("a small act");
    let numbered = changes.iter().zip(0..).map(|(change, index)| Record { tx, index, of, ..change.clone() });
    numbered.collect()
}
