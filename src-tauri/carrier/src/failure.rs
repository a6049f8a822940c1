//! Why an exchange did not end well. None of it loses anything: what was confirmed stays confirmed, the rest goes next
//! time.

use balai_domain::{base::refusal::Refusal, store::Error};
use balai_exchange::Fault;

/// Why.
#[derive(Debug)]
pub enum Failure {
    /// The address is not one.
    Address,
    /// Nobody answers.
    Unreachable,
    /// The connection broke.
    Cut,
    /// The answer did not come in time.
    Slow,
    /// The hub's TLS certificate is not believed.
    Certificate,
    /// Somebody answered who is not the hub: a login page, as a rule.
    LoginPage,
    /// The hub has much to do; it asks to wait so many seconds.
    Busy(u64),
    /// The hub does not let this PC in any more.
    Revoked,
    /// The one-time code is wrong, used or too old.
    Code,
    /// The hub answered with an HTTP status that is not foreseen.
    Hub(u16),
    /// This program is too old to fetch.
    TooOld,
    /// This PC takes no part.
    NotEnrolled,
    /// It was stopped by a person.
    Stopped,
    /// The office's file.
    Store(Error),
}

impl Failure {
    /// A stable word, worded under `exchange.failure`.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::Address => "address",
            Failure::Unreachable => "unreachable",
            Failure::Cut => "cut",
            Failure::Slow => "slow",
            Failure::Certificate => "certificate",
            Failure::LoginPage => "login_page",
            Failure::Busy(_) => "busy",
            Failure::Revoked => "revoked",
            Failure::Code => "code",
            Failure::Hub(_) => "hub",
            Failure::TooOld => "too_old",
            Failure::NotEnrolled => "not_enrolled",
            Failure::Stopped => "stopped",
            Failure::Store(_) => "store",
        }
    }

    /// Whether asking again at once may help.
    pub fn is_of_the_line(&self) -> bool {
        matches!(self, Failure::Cut | Failure::Unreachable)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Store(error) => write!(formatter, "{error}"),
            Failure::Hub(status) => write!(formatter, "hub answered {status}"),
            other => formatter.write_str(other.code()),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Store(error)
    }
}

/// Bytes that the hub has not signed come from somebody else.
impl From<Fault> for Failure {
    fn from(_: Fault) -> Self {
        Failure::LoginPage
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(error) => error,
            other => Error::Refused(Refusal::new("exchange", other.code())),
        }
    }
}
