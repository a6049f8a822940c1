//! The exchange's protocol (`balai-exchange/1`): what travels between desks and the hub, and what each side decides
//! about it.
//!
//! Pure: no SQL, no socket, no clock, no randomness of its own. Time, random bytes and what a store knows are
//! arguments; what the store must do is the answer. The desk and the hub run the same code.

pub mod alias;
pub mod attachment;
pub mod audit;
pub mod author;
mod body;
pub mod bundle;
mod cbor;
pub mod cell;
pub mod chain;
pub mod digest;
pub mod enrol;
pub mod error;
pub mod feed;
pub mod frame;
pub mod id;
pub mod message;
pub mod mutant;
pub mod published;
pub mod receive;
pub mod record;
pub mod request;
pub mod row;
pub mod schema;
pub mod seal;
pub mod sign;
pub mod snapshot;
pub mod stamp;
pub mod value;

pub use author::Author;
pub use cell::{Cell, Class, Sibling};
pub use chain::Chain;
pub use error::{Fault, Result};
pub use frame::Frame;
pub use id::{DeviceId, Epoch, OfficeId, OpId, Pos, Ref, Seq};
pub use record::{Kind, Record};
pub use row::RowState;
pub use stamp::Stamp;
pub use value::{Cells, Value};

#[cfg(test)]
mod golden_tests;
