//! Logarithm and exponential from plain arithmetic only.
//!
//! The standard ones are the system's: their last bit differs between machines, and one bit is enough to part two
//! searches with the same seed.

const LN_2: f64 = std::f64::consts::LN_2;

/// The natural logarithm of a positive, normal number.
pub fn ln(number: f64) -> f64 {
    let bits = number.to_bits();
    let power = ((bits >> 52) & 0x7ff) as i64 - 1023;
    let mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    // ln m = 2 artanh((m - 1) / (m + 1)), a third at most
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let sum = (0..20).rev().fold(0.0, |sum, term| sum * square + 1.0 / f64::from(2 * term + 1));
    power as f64 * LN_2 + 2.0 * ratio * sum
}

/// e to the power of `number`, for numbers between -700 and 700.
pub fn exp(number: f64) -> f64 {
    let halvings = (number / LN_2).round();
    let rest = number - halvings * LN_2;
    let sum = (1..20).rev().fold(1.0, |sum, term| 1.0 + sum * rest / f64::from(term));
    sum * f64::from_bits(((halvings as i64 + 1023) as u64) << 52)
}

/// The rises that a throw takes at temperature 1: the values of -ln(u), one for each of the equally likely throws.
pub struct Rises(Vec<f32>);

impl Rises {
    const THROWS: usize = 4096;

    pub fn new() -> Self {
        Self((0..Self::THROWS).map(|throw| -ln((throw as f64 + 0.5) / Self::THROWS as f64) as f32).collect())
    }

    #[inline]
    pub fn of(&self, bits: u64) -> f64 {
        f64::from(self.0[(bits % Self::THROWS as u64) as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_standard_ones() {
        for number in [1e-9, 0.003, 0.5, 1.0, 1.5, 2.0, 9.99, 12_345.678] {
            assert!((ln(number) - number.ln()).abs() < 1e-12, "ln {number}");
        }
        for number in [-30.0, -1.0, -0.1, 0.0, 0.7, 1.0, 12.5] {
            assert!((exp(number) / number.exp() - 1.0).abs() < 1e-12, "exp {number}");
        }
    }

    #[test]
    fn the_rises_have_the_mean_of_an_exponential() {
        let rises = Rises::new();
        let mean = (0..4096).map(|throw| rises.of(throw)).sum::<f64>() / 4096.0;
        assert!((mean - 1.0).abs() < 0.001, "{mean}");
    }
}
