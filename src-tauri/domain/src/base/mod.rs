//! Words everyone uses: ids, dates, zones, the NIK, code words, refusals. Pure.

#[macro_use]
pub mod word;
#[macro_use]
pub mod refusal;
pub mod dates;
pub mod headings;
pub mod id;
pub mod kk;
pub mod nik;
pub mod phone;
pub mod sex;
pub mod text;
pub mod zone;
