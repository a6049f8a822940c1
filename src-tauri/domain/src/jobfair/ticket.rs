//! The code of a ticket: a hundred bits of chance and two check signs, in letters and figures that nobody confuses. It
//! says nothing of its owner. Printed as QR and in groups to be typed.

use rand::Rng;

/// Figures and letters without I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of chance, five bits each.
const CHANCE: usize = 20;
/// Signs in all.
const LENGTH: usize = CHANCE + 2;
/// The largest prime below 32²: every wrong sign and every two that changed places are noticed.
const PRIME: u32 = 1021;
/// Signs of a printed group.
const GROUP: usize = 6;

words! {
    /// What is wrong with a code.
    pub enum TicketFault {
        /// Too few or too many signs, or signs that no code has: it is none, or was read in part.
        Form = "form",
        /// A sign is wrong.
        Check = "check",
    }
}

fn check(chance: &[u8]) -> u32 {
    chance.iter().fold(0, |sum, value| (sum * 32 + u32::from(*value)) % PRIME)
}

/// The code of a hundred bits.
pub fn of_bits(bits: u128) -> String {
    let mut values: Vec<u8> = (0..CHANCE).rev().map(|at| (bits >> (5 * at) & 31) as u8).collect();
    let sum = check(&values);
    values.extend([(sum / 32) as u8, (sum % 32) as u8]);
    values.into_iter().map(|value| char::from(SIGNS[usize::from(value)])).collect()
}

/// A new code.
pub fn fresh() -> String {
    of_bits(rand::rng().random())
}

/// The code that was scanned or typed: small letters, blanks and dashes do not matter, O is nought, I and L are one.
pub fn read(text: &str) -> Result<String, TicketFault> {
    let mut values = Vec::with_capacity(LENGTH);
    for sign in text.trim().chars().filter(|sign| !matches!(sign, ' ' | '-')) {
        let sign = match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = SIGNS.iter().position(|known| char::from(*known) == sign).ok_or(TicketFault::Form)?;
        values.push(u8::try_from(value).map_err(|_| TicketFault::Form)?);
    }
    if values.len() != LENGTH {
        return Err(TicketFault::Form);
    }
    let (chance, sum) = values.split_at(CHANCE);
    if check(chance) != u32::from(sum[0]) * 32 + u32::from(sum[1]) {
        return Err(TicketFault::Check);
    }
    Ok(values.into_iter().map(|value| char::from(SIGNS[usize::from(value)])).collect())
}

/// In groups, for people.
pub fn shown(ticket: &str) -> String {
    let signs: Vec<char> = ticket.chars().collect();
    signs.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = of_bits(0x000F_EDCB_A987_6543_210F_EDCB_A987);
        assert_eq!(code.len(), 22);
        assert_eq!(read(&shown(&code).to_lowercase()), Ok(code.clone()));
        assert_eq!(read(&code.replace('0', "o").replace('1', "l")), Ok(code.clone()));
        assert_eq!(read(&code[..21]), Err(TicketFault::Form));
        assert_eq!(read("3216065205990001"), Err(TicketFault::Form), "a NIK is no ticket");
        assert_eq!(read(""), Err(TicketFault::Form));
    }

    #[test]
    fn two_codes_are_never_the_same_and_hold_a_hundred_bits() {
        let codes: std::collections::HashSet<String> = (0..1000).map(|_| fresh()).collect();
        assert_eq!(codes.len(), 1000);
        assert_eq!(of_bits(u128::MAX), of_bits((1 << 100) - 1));
        assert_ne!(of_bits(1 << 99), of_bits(0));
    }

    proptest! {
        #[test]
        fn a_wrong_sign_and_two_that_changed_places_are_noticed(bits: u128, at in 0_usize..22, to in 0_usize..32) {
            let code = of_bits(bits);
            let mut signs: Vec<char> = code.chars().collect();
            signs[at] = char::from(SIGNS[to]);
            let wrong: String = signs.iter().collect();
            prop_assert_eq!(read(&wrong).is_ok(), wrong == code);
            let mut signs: Vec<char> = code.chars().collect();
            signs.swap(at, (at + 1) % 22);
            let wrong: String = signs.iter().collect();
            prop_assert!(wrong == code || at == 21 || read(&wrong).is_err());
        }
    }
}
