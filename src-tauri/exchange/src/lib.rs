//! The exchange's protocol (`balai-exchange/1`): what travels between desks and the hub, and what each side decides
//! about it.
//!
//! Pure: no SQL, no socket, no clock, no randomness of its own. Time, random bytes and what a store knows are
//! arguments; what the store must do is the answer. The desk and the hub run the same code.

pub mod audit;
mod body;
mod cbor;
pub mod chain;
pub mod digest;
pub mod enrol;
pub mod error;
pub mod frame;
pub mod id;
pub mod message;
pub mod record;
pub mod sign;
pub mod stamp;
pub mod value;

pub use chain::Chain;
pub use error::{Fault, Result};
pub use frame::Frame;
pub use id::{DeviceId, Epoch, OfficeId, OpId, Pos, Ref, Seq};
pub use record::{Kind, Record};
pub use stamp::Stamp;
pub use value::{Cells, Value};
