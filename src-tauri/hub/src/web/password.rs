//! Stewards' passwords: Argon2id, 64 MiB, three passes.

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

/// Characters that a password has at least.
pub const LEAST: usize = 12;

fn argon() -> Option<Argon2<'static>> {
    let params = Params::new(64 * 1024, 3, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What is kept of a password; nothing for one that is too short.
pub fn hash(password: &str) -> Option<String> {
    if password.chars().count() < LEAST {
        return None;
    }
    let hash: PasswordHash = argon()?.hash_password(password.as_bytes()).ok()?;
    Some(hash.to_string())
}

/// Whether it is the password. A name that nobody has costs the same time.
pub fn fits(password: &str, kept: Option<&str>) -> bool {
    let Some(argon) = argon() else {
        return false;
    };
    match kept {
        Some(kept) => argon.verify_password(password.as_bytes(), kept).is_ok(),
        None => argon.hash_password(password.as_bytes()).map(|_: PasswordHash| false).unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let kept = hash("kata sandi panjang").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{kept}");
        assert!(fits("kata sandi panjang", Some(&kept)));
        assert!(!fits("kata sandi pendek!", Some(&kept)));
        assert!(!fits("kata sandi panjang", None));
        assert!(hash("pendek").is_none());
    }
}
