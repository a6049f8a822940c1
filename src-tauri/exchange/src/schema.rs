//! Which schemas two programs have in common. Fields, tables and kinds are only ever added, so that every program may push
//! to every hub, for ever; only pulling can be closed to very old ones.

use crate::message::HelloReply;

/// What a desk may do with a hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// It may send. Always.
    pub push: bool,
    /// It may fetch.
    pub pull: bool,
    /// The hub's records may hold fields that this program does not know; they are kept.
    pub newer_hub: bool,
}

/// The terms between a program of version `app` that reads schemas up to `newest`, and a hub.
#[must_use]
pub fn terms(app: &str, newest: u32, hub: &HelloReply) -> Terms {
    let pull = hub.pull_from.as_deref().is_none_or(|least| numbers(app) >= numbers(least));
    Terms { push: true, pull, newer_hub: hub.schema_max > newest }
}

/// A version's numbers; what is no number counts as nought.
fn numbers(version: &str) -> Vec<u64> {
    let number = |part: &str| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    };
    version.split('.').map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hub(pull_from: Option<&str>) -> HelloReply {
        let pull_from = pull_from.map(str::to_owned);
        HelloReply { schema_min: 1, schema_max: 4, features: Vec::new(), pull_from, hub_time: 0, slot: 0, life: None }
    }

    #[test]
    fn an_old_program_may_always_push_and_pull_until_it_is_too_old() {
        assert_eq!(terms("1.9.0", 3, &hub(None)), Terms { push: true, pull: true, newer_hub: true });
        assert!(!terms("1.9.0", 3, &hub(Some("1.10"))).pull);
        assert!(terms("1.10.0-rc", 4, &hub(Some("1.10"))).pull);
        assert!(terms("0.1", 1, &hub(Some("2"))).push);
    }
}
