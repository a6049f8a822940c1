//! The courier (*kurir*): carries an office's entries to the hub and back, over the network or on a stick, for the desk
//! and for the command line alike. What is to go and what an answer means is the domain's; the wall clock is the caller's.

pub mod attachments;
pub mod bundle;
pub mod enrol;
pub mod exchange;
pub mod failure;
mod hub;
mod line;
pub mod listen;
mod tls;

pub use failure::Failure;
pub use line::Address;
pub use listen::{Listener, Progress, Stage};
