//! Who and which: offices, devices, epochs, places in a sequence, operations.

use minicbor::{Decode, Encode};
use uuid::Uuid;

/// Numbers that also lie in signed columns of SQL use 63 bits.
const SIGNED: u64 = u64::MAX >> 1;

macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(pub u64);

        impl $name {
            /// As SQL keeps it.
            #[must_use]
            pub fn to_i64(self) -> i64 {
                i64::try_from(self.0 & SIGNED).unwrap_or(i64::MAX)
            }

            /// From SQL's form.
            #[must_use]
            pub fn from_i64(number: i64) -> Self {
                Self(number.unsigned_abs() & SIGNED)
            }

            /// From random bits.
            #[must_use]
            pub fn from_random(bits: u64) -> Self {
                Self((bits & SIGNED).max(1))
            }
        }
    )* };
}

numbers! {
    /// An office (*kantor*), numbered by the hub; the first part of every key there.
    OfficeId,
    /// A PC, numbered by the hub at enrolment.
    DeviceId,
    /// One life of a PC's sequence: drawn at enrolment, and again when the PC was restored or cloned.
    Epoch,
    /// A place in the sequence of one device and epoch; the first is 1.
    Seq,
    /// A place in an office's feed; the first is 1, without gaps.
    Pos,
}

impl Seq {
    /// The place `n` further on.
    #[must_use]
    pub fn plus(self, n: u64) -> Seq {
        Seq(self.0.saturating_add(n))
    }
}

/// The identity of one change, for ever: it survives enrolling again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct OpId(#[cbor(with = "minicbor::bytes")] pub [u8; 16]);

impl OpId {
    /// The `index`-th change of an act, counted from 0.
    #[must_use]
    pub fn of(tx: Uuid, index: u32) -> OpId {
        OpId(tx.as_u128().wrapping_add(u128::from(index)).to_be_bytes())
    }

    /// As a UUID, the form of a column.
    #[must_use]
    pub fn uuid(self) -> Uuid {
        Uuid::from_bytes(self.0)
    }

    /// The short name by which changes of the same cell refer to this one.
    #[must_use]
    pub fn short(self) -> Ref {
        let whole = u128::from_be_bytes(self.0);
        let mut mixed = (whole as u64) ^ ((whole >> 64) as u64).rotate_left(29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Ref(((mixed >> 32) as u32).max(1))
    }
}

/// A reference to an earlier change of the same cell: 32 bits are enough among the few changes of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Ref(pub u32);

impl Ref {
    /// The change by which the row came into being.
    pub const INSERT: Ref = Ref(0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_changes_of_an_act_are_counted_up_from_its_id() {
        let tx = Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_ffff_ffff);
        assert_eq!(OpId::of(tx, 0).uuid(), tx);
        assert_eq!(OpId::of(tx, 1).uuid().as_u128(), 0x0199_0000_0000_7000_8000_0001_0000_0000);
    }

    #[test]
    fn the_changes_of_one_large_act_have_different_short_names() {
        let tx = Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000);
        let names: HashSet<Ref> = (0..10_000).map(|index| OpId::of(tx, index).short()).collect();
        assert!(names.len() >= 9_999, "{}", names.len());
        assert!(!names.contains(&Ref::INSERT));
    }

    #[test]
    fn random_bits_give_a_number_that_sql_can_keep() {
        assert_eq!(Epoch::from_random(u64::MAX).to_i64(), i64::MAX);
        assert_eq!(Epoch::from_random(0), Epoch(1));
        assert_eq!(Epoch::from_i64(Epoch(77).to_i64()), Epoch(77));
    }
}
