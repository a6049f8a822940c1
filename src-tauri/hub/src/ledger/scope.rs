//! Whose rows a transaction may touch. No statement of the ledger runs without one of these.

use super::param::Param;
use balai_exchange::OfficeId;
use std::fmt::Write as _;

/// What a transaction is opened with: it leads every statement and is told to PostgreSQL's row-level security.
pub trait Access: Clone + Send + Sync + 'static {
    /// The values of `app.office` and `app.province` while the transaction lasts.
    fn settings(&self) -> (String, &'static str);

    /// The first parameter of every statement, if the scope has one.
    fn lead(&self) -> Option<Param<'_>>;
}

/// One office. Made from a device's certificate or by the administrator, never from the body of a request.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Scope {
    office: OfficeId,
}

impl Scope {
    /// The scope of an office whose id was proved by a certificate or given by the administrator.
    pub fn of(office: OfficeId) -> Scope {
        Scope { office }
    }

    /// The office's id.
    pub fn office(&self) -> OfficeId {
        self.office
    }
}

impl Access for Scope {
    fn settings(&self) -> (String, &'static str) {
        (self.office.to_i64().to_string(), "off")
    }

    fn lead(&self) -> Option<Param<'_>> {
        Some(Param::from(self.office.to_i64()))
    }
}

/// All offices: the administrator at the hub's own machine, and the steward of the province on the web page.
#[derive(Clone, Copy, Debug)]
pub struct Province;

impl Access for Province {
    fn settings(&self) -> (String, &'static str) {
        (String::new(), "on")
    }

    fn lead(&self) -> Option<Param<'_>> {
        None
    }
}

/// Bytes as people read ids.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
