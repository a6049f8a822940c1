//! Tests of messages and their envelopes.

use super::*;
use crate::stamp::Stamp;
use proptest::prelude::*;

const NONCE: Nonce = [5; 16];

fn hub() -> SecretKey {
    SecretKey::from_seed([1; 32])
}

fn acked() -> PushReply {
    let quarantined = vec![Quarantined { seq: Seq(3), op: Some(OpId([9; 16])), reason: "table".into() }];
    PushReply::Have { epoch: Epoch(8), seq: Seq(4), chain: Chain([2; 32]), head: Pos(9), hub_time: 1, quarantined }
}

#[test]
fn an_answer_is_taken_from_the_hub_for_this_question_only() {
    let bytes = seal(&hub(), &NONCE, &acked());
    assert_eq!(open::<PushReply>(&hub().public(), &NONCE, &bytes), Ok(acked()));
    assert_eq!(open::<PushReply>(&hub().public(), &[6; 16], &bytes), Err(Fault::Signature));
    assert_eq!(open::<Page>(&hub().public(), &NONCE, &bytes), Err(Fault::Signature));
    let stranger = SecretKey::from_seed([2; 32]).public();
    assert_eq!(open::<PushReply>(&stranger, &NONCE, &bytes), Err(Fault::Signature));
}

#[test]
fn a_login_page_is_no_answer() {
    let page = b"<html><body>Please sign in to the hotel network</body></html>";
    assert!(open::<PushReply>(&hub().public(), &NONCE, page).is_err());
}

#[test]
fn every_answer_to_a_frame_comes_back_as_it_went() {
    let answers = [acked(), PushReply::Smaller];
    for answer in answers {
        assert_eq!(open::<PushReply>(&hub().public(), &NONCE, &seal(&hub(), &NONCE, &answer)), Ok(answer));
    }
}

#[test]
fn what_a_newer_side_says_more_is_passed_over() {
    let mut bytes = to_bytes(&PullRequest { cursors: Vec::new(), most: 5 });
    bytes[0] += 1;
    bytes.extend([24, 99, 0x82, 1, 2]);
    assert_eq!(from_bytes::<PullRequest>(&bytes), Ok(PullRequest { cursors: Vec::new(), most: 5 }));
}

#[test]
fn a_page_comes_back_as_it_went() {
    let entry = |pos| Entry {
        pos: Pos(pos),
        device: DeviceId(3),
        epoch: Epoch(8),
        seq: Seq(pos),
        received: Stamp(77),
        record: vec![1, 2, 3],
    };
    let page = Page { office: OfficeId(4), after: Pos(1), entries: vec![entry(2), entry(3)], head: Pos(9) };
    assert_eq!(open::<Page>(&hub().public(), &NONCE, &seal(&hub(), &NONCE, &page)), Ok(page));
}

proptest! {
    #[test]
    fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = from_bytes::<Envelope>(&bytes);
        let _ = from_bytes::<Hello>(&bytes);
        let _ = from_bytes::<HelloReply>(&bytes);
        let _ = from_bytes::<PushReply>(&bytes);
        let _ = from_bytes::<PullRequest>(&bytes);
        let _ = from_bytes::<Page>(&bytes);
        let _ = from_bytes::<Digests>(&bytes);
    }
}
