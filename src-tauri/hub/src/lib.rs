//! The hub of the exchange: a ledger of changes behind a guest list. Offices push what they did and pull what others of
//! the same office did; the province sees how they fare.

pub mod ledger;
