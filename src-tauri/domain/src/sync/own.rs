//! Who this PC is at the exchange: its number, its key, its hub, and what it may send there.

use balai_exchange::{
    OfficeId, Pos,
    author::Author,
    sign::{PublicKey, SecretKey},
};
use chrono::{DateTime, Utc};

words! {
    /// What leaves the building (*yang dikirim*).
    pub enum ExchangeMode {
        /// Nothing; nothing is fetched either.
        Off = "OFF",
        /// Counts only, no row of anybody.
        Numbers = "NUMBERS",
        /// Every entry of the office.
        Everything = "EVERYTHING",
    }
}

/// This PC at the exchange.
#[derive(Clone)]
pub struct Own {
    /// The office, from the certificate.
    pub office: OfficeId,
    pub(super) seed: [u8; 32],
    /// Whose PC it is, signed by the hub.
    pub certificate: Vec<u8>,
    /// The hub's key.
    pub hub: PublicKey,
    /// Where the hub is, such as `https://hub.example.go.id`.
    pub address: String,
    /// The office's name at the hub.
    pub office_name: String,
    /// What it may send.
    pub mode: ExchangeMode,
    /// Where it stands in its sequence.
    pub author: Author,
    /// The last entry of the log up to which all own ones lie at the hub.
    pub sent: i64,
    /// The last place of the office's feed that is applied here.
    pub head: Pos,
    /// How far the feed reaches, as the hub last said.
    pub hub_head: Pos,
    /// The latest time the hub has told, in milliseconds.
    pub hub_time: u64,
    /// This PC's second within the hour.
    pub slot: u32,
    /// When it was found to be restored or cloned.
    pub healed_at: Option<DateTime<Utc>>,
    /// When it was let in.
    pub enrolled_at: DateTime<Utc>,
}

impl Own {
    /// The key with which it signs.
    pub fn key(&self) -> SecretKey {
        SecretKey::from_seed(self.seed)
    }
}

/// Never the seed.
impl std::fmt::Debug for Own {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Own {{ office: {:?}, author: {:?} }}", self.office, self.author)
    }
}

impl Own {
    /// A PC that was let in just now and has sent and fetched nothing.
    pub fn new(office: OfficeId, author: Author, seed: [u8; 32], hub: PublicKey, address: &str, slot: u32) -> Own {
        Own {
            office,
            seed,
            certificate: Vec::new(),
            hub,
            address: address.to_owned(),
            office_name: String::new(),
            mode: ExchangeMode::Everything,
            author,
            sent: 0,
            head: Pos(0),
            hub_head: Pos(0),
            hub_time: 0,
            slot,
            healed_at: None,
            enrolled_at: DateTime::default(),
        }
    }
}
