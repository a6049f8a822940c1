//! The hybrid clock of the log is the exchange's.

pub use balai_exchange::Stamp;
