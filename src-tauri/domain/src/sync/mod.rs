//! The desk's side of the exchange (*pertukaran data*): what goes out of the log, what comes into it, and what a person
//! has to look at. The protocol itself is the crate `balai-exchange`; sockets are the courier's.

pub mod apply;
mod aside_store;
pub mod attachment_store;
#[cfg(test)]
mod convergence_tests;
mod erasure;
pub mod exchange;
mod log_store;
mod names_store;
pub mod numbers_store;
pub mod office_key;
mod office_key_store;
pub mod outbox_store;
pub mod own;
pub mod own_store;
pub mod preview;
pub mod quota_store;
mod relations_store;
pub mod review;
pub mod review_store;
pub mod run_store;
mod settle;
#[cfg(test)]
mod tests;
pub mod upgrade;
