//! How a PC gets on the hub's guest list: a one-time code, a proof on both sides that the code is known, and a
//! certificate that says whose PC it is.

use crate::{
    cbor::to_bytes,
    error::{Fault, Result},
    id::{DeviceId, OfficeId},
    message::{Message, Nonce, open, seal},
    sign::{PublicKey, SecretKey},
};
use minicbor::{Decode, Encode};
use std::{fmt, str::FromStr};

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many characters a code has.
const LENGTH: usize = 16;

/// A certificate answers no question.
const NO_NONCE: Nonce = [0; 16];

/// A one-time code of 80 random bits, as it is read out or printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// From random bytes.
    #[must_use]
    pub fn from_random(bytes: [u8; 10]) -> Code {
        let whole = bytes.iter().fold(0u128, |whole, byte| whole << 8 | u128::from(*byte));
        let letter = |place: usize| LETTERS[(whole >> (5 * (LENGTH - 1 - place)) & 31) as usize];
        Code(std::array::from_fn(letter))
    }

    /// What the hub finds it by; it does not tell the code.
    #[must_use]
    pub fn id(&self) -> [u8; 8] {
        let digest = blake3::derive_key("balai-exchange/1 code id", &self.0);
        std::array::from_fn(|place| digest[place])
    }

    /// What both sides prove that they know.
    #[must_use]
    pub fn secret(&self) -> CodeSecret {
        CodeSecret(blake3::derive_key("balai-exchange/1 code secret", &self.0))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.0.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

/// Never in a log.
impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(••••)")
    }
}

/// As people type it: small letters, hyphens, spaces; O for nought, I and L for one.
impl FromStr for Code {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Code> {
        let letters = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).map(|letter| {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            u8::try_from(letter).ok().filter(|byte| LETTERS.contains(byte)).ok_or(Fault::Malformed("code"))
        });
        let letters: Vec<u8> = letters.collect::<Result<_>>()?;
        Ok(Code(letters.try_into().map_err(|_| Fault::Malformed("code"))?))
    }
}

/// What a code proves, as the hub keeps it.
#[derive(Clone, Copy)]
pub struct CodeSecret(pub [u8; 32]);

impl CodeSecret {
    /// The device's proof: it knows the code, and this is its key.
    #[must_use]
    pub fn of_device(&self, key: &PublicKey, nonce: &Nonce) -> [u8; 32] {
        self.over(&[b"device", &key.0, nonce])
    }

    /// The hub's proof: it knows the code, and this is its key, for this device's key.
    #[must_use]
    pub fn of_hub(&self, hub: &PublicKey, key: &PublicKey, nonce: &Nonce) -> [u8; 32] {
        self.over(&[b"hub", &hub.0, &key.0, nonce])
    }

    fn over(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        hasher.finalize().into()
    }
}

/// Compares two proofs in a time that tells nothing.
#[must_use]
pub fn same_proof(one: &[u8; 32], other: &[u8; 32]) -> bool {
    blake3::Hash::from_bytes(*one) == blake3::Hash::from_bytes(*other)
}

/// Whose PC a key belongs to, signed by the hub. It says which office; a request never does.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Certificate {
    /// The PC.
    #[n(1)]
    pub device: DeviceId,
    /// Its office.
    #[n(2)]
    pub office: OfficeId,
    /// Its key.
    #[n(3)]
    pub key: PublicKey,
    /// Until when, in milliseconds since 1970 by the hub's clock.
    #[n(4)]
    pub not_after: u64,
}

impl Message for Certificate {
    const PURPOSE: &'static str = "balai-exchange/1 certificate";
}

impl Certificate {
    /// Signed by the hub.
    #[must_use]
    pub fn issue(&self, hub: &SecretKey) -> Vec<u8> {
        seal(hub, &NO_NONCE, self)
    }

    /// What the hub signed.
    pub fn read(hub: &PublicKey, bytes: &[u8]) -> Result<Certificate> {
        open(hub, &NO_NONCE, bytes)
    }
}

/// A PC asks to be let in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EnrolRequest {
    /// The office's code at the hub, as the officer was told.
    #[n(1)]
    pub office: String,
    /// Which one-time code.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub code: [u8; 8],
    /// The PC's key, made on the PC.
    #[n(3)]
    pub key: PublicKey,
    /// Drawn for this question.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: Nonce,
    /// That the code is known.
    #[n(5)]
    #[cbor(with = "minicbor::bytes")]
    pub proof: [u8; 32],
}

impl EnrolRequest {
    /// The question of a PC that was told `code`.
    #[must_use]
    pub fn new(office: &str, code: &Code, key: PublicKey, nonce: Nonce) -> EnrolRequest {
        let proof = code.secret().of_device(&key, &nonce);
        EnrolRequest { office: office.to_owned(), code: code.id(), key, nonce, proof }
    }

    /// As it travels.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// From exactly these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<EnrolRequest> {
        crate::cbor::from_bytes(bytes)
    }
}

/// The hub lets a PC in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EnrolReply {
    /// The hub's key, to be kept.
    #[n(1)]
    pub hub: PublicKey,
    /// That the hub knows the code too: nobody between the two can put in another key.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub proof: [u8; 32],
    /// The certificate, as [`Certificate::read`] takes it.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub certificate: Vec<u8>,
    /// The office's name at the hub.
    #[n(4)]
    pub office_name: String,
    /// The hub's clock, in milliseconds since 1970.
    #[n(5)]
    pub hub_time: u64,
}

impl EnrolReply {
    /// As it travels.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// Believes an answer if it comes from whoever knows the code, and is about this question's key.
    pub fn read(bytes: &[u8], code: &Code, asked: &EnrolRequest) -> Result<(EnrolReply, Certificate)> {
        let reply: EnrolReply = crate::cbor::from_bytes(bytes)?;
        if !same_proof(&reply.proof, &code.secret().of_hub(&reply.hub, &asked.key, &asked.nonce)) {
            return Err(Fault::Signature);
        }
        let certificate = Certificate::read(&reply.hub, &reply.certificate)?;
        if certificate.key == asked.key { Ok((reply, certificate)) } else { Err(Fault::Signature) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        Code::from_random([0xff, 0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88])
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let told = code().to_string();
        assert_eq!(told.len(), 19);
        for typed in
            [told.clone(), told.to_lowercase(), told.replace('-', ""), told.replace('0', "o"), told.replace('1', "l")]
        {
            assert_eq!(typed.parse::<Code>(), Ok(code()), "{typed}");
        }
        assert!("1234-5678".parse::<Code>().is_err());
        assert!(told.replace('0', "U").parse::<Code>().is_err());
        assert_eq!(Code::from_random([0; 10]).to_string(), "0000-0000-0000-0000");
    }

    #[test]
    fn an_answer_is_believed_only_from_whoever_knows_the_code() {
        let hub = SecretKey::from_seed([1; 32]);
        let key = SecretKey::from_seed([2; 32]).public();
        let asked = EnrolRequest::new("3204", &code(), key, [7; 16]);
        assert_eq!(EnrolRequest::from_bytes(&asked.to_bytes()), Ok(asked.clone()));
        assert!(same_proof(&asked.proof, &code().secret().of_device(&key, &[7; 16])));
        let certificate = Certificate { device: DeviceId(5), office: OfficeId(6), key, not_after: 9 };
        let answer = |secret: CodeSecret| EnrolReply {
            hub: hub.public(),
            proof: secret.of_hub(&hub.public(), &key, &[7; 16]),
            certificate: certificate.issue(&hub),
            office_name: "Disnaker".into(),
            hub_time: 3,
        };
        let good = answer(code().secret());
        assert_eq!(EnrolReply::read(&good.to_bytes(), &code(), &asked), Ok((good.clone(), certificate.clone())));
        let stranger = answer(Code::from_random([9; 10]).secret());
        assert_eq!(EnrolReply::read(&stranger.to_bytes(), &code(), &asked), Err(Fault::Signature));
        let mut other = good;
        other.certificate = certificate.issue(&SecretKey::from_seed([3; 32]));
        assert_eq!(EnrolReply::read(&other.to_bytes(), &code(), &asked), Err(Fault::Signature));
    }
}
