//! The hub of the exchange: a ledger of changes behind a guest list. Offices push what they did and pull what others of
//! the same office did; the province sees how they fare.

pub mod admin;
pub mod bundle;
mod fold;
pub mod guests;
pub mod http;
pub mod hub;
pub mod keys;
pub mod ledger;
pub mod push;
pub mod serve;
pub mod snapshot;
#[cfg(feature = "testing")]
pub mod testing;
pub mod turns;
mod web;
