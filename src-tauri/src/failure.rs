//! What a command answers when it cannot do what was asked: a refusal that the page words, or a fault with a number.

use balai_domain::{
    base::refusal::Refusal,
    store::{Error, open::StoreRefusal},
};
use serde::Serialize;
use ts_rs::TS;

/// The answer of every command.
pub type Answer<T> = Result<T, Failure>;

/// As it crosses to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Failure {
    /// Expected; a person can act. Words live in `assets/i18n` under `area.code`.
    Refusal(Refusal),
    /// Unexpected; the log tells the story under this number.
    Fault {
        /// `B-` and six signs, read out on the telephone.
        incident: String,
    },
}

impl Failure {
    /// A fault, told to the log once. `what` must hold no personal data.
    pub fn fault(what: &dyn std::fmt::Display) -> Self {
        let incident = incident();
        tracing::error!(%incident, "{what}");
        Failure::Fault { incident }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => Failure::Refusal(refusal),
            full if full.is_disk_full() => StoreRefusal::DiskFull.into(),
            fault => Failure::fault(&fault),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refusal(refusal)
    }
}

impl From<StoreRefusal> for Failure {
    fn from(refusal: StoreRefusal) -> Self {
        Failure::Refusal(refusal.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Error::File(error).into()
    }
}

/// A number for one incident: no signs that look alike when read out.
pub fn incident() -> String {
    const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let id = uuid::Uuid::now_v7();
    // The first half of such an id is the time, the second is random.
    let signs = id.as_bytes().iter().rev().take(6).map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()]));
    format!("B-{}", signs.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_crosses_with_its_area_code_and_parameters() {
        let refusal = Refusal::new("people", "nik_length").with("got", 15);
        let crossed = serde_json::to_value(Failure::from(Error::Refused(refusal))).expect("json");
        let expected = serde_json::json!(
            { "kind": "refusal", "area": "people", "code": "nik_length", "params": { "got": "15" } });
        assert_eq!(crossed, expected);
    }

    #[test]
    fn a_fault_crosses_with_its_number_only() {
        let crossed = serde_json::to_value(Failure::from(Error::Encoding("Siti Aminah".into()))).expect("json");
        assert_eq!(crossed["kind"], "fault");
        let incident = crossed["incident"].as_str().expect("a number");
        assert!(incident.len() == 8 && incident.starts_with("B-"), "{incident}");
        assert_eq!(crossed.as_object().map(serde_json::Map::len), Some(2));
    }

    #[test]
    fn a_full_disk_is_a_refusal_that_says_so() {
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let Failure::Refusal(refusal) = Failure::from(full) else { panic!("a fault") };
        assert_eq!(refusal.to_string(), "store.disk_full");
    }
}
