//! The state of an office in 256 numbers: two sides that have the same numbers have the same rows. Each side works them
//! out from its own rows and never takes them over; where they differ, that part is fetched again.

use crate::error::Fault;
use minicbor::{Decode, Encode};
use uuid::Uuid;

const COUNT: usize = 256;

/// One number per bucket; a row lies in the bucket of the last byte of its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buckets([u128; COUNT]);

impl Default for Buckets {
    fn default() -> Self {
        Self([0; COUNT])
    }
}

impl Buckets {
    /// Where a row is counted.
    #[must_use]
    pub fn of(row: Uuid) -> u8 {
        row.as_bytes()[15]
    }

    /// Counts a row with the bytes of its state. Doing so again takes it out: that is how a changed row is counted anew.
    pub fn toggle(&mut self, table: u32, row: Uuid, state: &[u8]) {
        let mut hasher = blake3::Hasher::new_derive_key("balai-exchange/1 digest");
        hasher.update(&table.to_le_bytes());
        hasher.update(row.as_bytes());
        hasher.update(state);
        let mut number = [0; 16];
        hasher.finalize_xof().fill(&mut number);
        self.0[usize::from(Self::of(row))] ^= u128::from_le_bytes(number);
    }

    /// The buckets in which the two sides differ.
    #[must_use]
    pub fn differing(&self, other: &Buckets) -> Vec<u8> {
        (0..=255u8).filter(|bucket| self.0[usize::from(*bucket)] != other.0[usize::from(*bucket)]).collect()
    }

    /// As a store keeps them.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    /// From a store's form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        let (numbers, rest) = bytes.as_chunks::<16>();
        if numbers.len() != COUNT || !rest.is_empty() {
            return Err(Fault::Malformed("digest"));
        }
        let mut buckets = Self::default();
        for (bucket, number) in buckets.0.iter_mut().zip(numbers) {
            *bucket = u128::from_le_bytes(*number);
        }
        Ok(buckets)
    }
}

impl<C> Encode<C> for Buckets {
    fn encode<W: minicbor::encode::Write>(
        &self,
        encoder: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        encoder.bytes(&self.to_bytes()).map(|_| ())
    }
}

impl<'b, C> Decode<'b, C> for Buckets {
    fn decode(decoder: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::from_bytes(decoder.bytes()?).map_err(|_| minicbor::decode::Error::message("digest"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_rows_does_not_count_and_a_changed_row_is_found() {
        let row = |n: u128| Uuid::from_u128(n);
        let (mut one, mut other) = (Buckets::default(), Buckets::default());
        one.toggle(1, row(5), b"a");
        one.toggle(1, row(6), b"b");
        other.toggle(1, row(6), b"b");
        other.toggle(1, row(5), b"x");
        assert_eq!(one.differing(&other), [5]);
        other.toggle(1, row(5), b"x");
        other.toggle(1, row(5), b"a");
        assert_eq!(one, other);
        assert_eq!(Buckets::from_bytes(&one.to_bytes()), Ok(one));
    }

    #[test]
    fn a_digest_of_another_size_is_no_digest() {
        assert_eq!(Buckets::from_bytes(&[0; 4095]), Err(Fault::Malformed("digest")));
    }
}
