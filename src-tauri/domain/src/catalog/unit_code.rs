//! Codes of competence units (*kode unit SKKNI*) as people type and paste them. Three generations are in use; blanks,
//! missing points and the letter O for zero are mended, and whatever is not understood is kept: a warning, no refusal.

use crate::base::text::is_invisible;

words! {
    /// Which rule shaped the code.
    pub enum CodeGeneration {
        /// Kepmen 227/2003: `TIK.JK02.001.01`.
        Y2003 = "2003",
        /// Permenakertrans 8/2012: `J.620100.004.02`.
        Y2012 = "2012",
        /// Practice since Permenaker 3/2016: `C.14GMT06.024.1`.
        Y2016 = "2016",
    }
}

/// A code without its points: `L` letter, `D` figure, `.` where a point belongs.
const LAYOUTS: &[(CodeGeneration, &str)] = &[
    (CodeGeneration::Y2016, "L.DDLLLDD.DDD.D"),
    (CodeGeneration::Y2016, "L.DDLLLDD.DDD.DD"),
    (CodeGeneration::Y2012, "L.DDDDDD.DDD.DD"),
    (CodeGeneration::Y2012, "L.DDDDD.DDD.DD"),
    (CodeGeneration::Y2003, "LLL.LLDD.DDD.DD"),
];

/// The code as it is kept: of a known pattern in its right form, else in capitals without blanks.
pub fn normalised(typed: &str) -> String {
    let shown: String =
        typed.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).flat_map(char::to_uppercase).collect();
    let bare: String = shown.chars().filter(|c| c.is_alphanumeric()).collect();
    match fitting(&bare) {
        Some((_, code)) => code,
        None => shown,
    }
}

/// The generation of a code; `None`: of no known pattern, which is worth a warning.
pub fn generation(code: &str) -> Option<CodeGeneration> {
    let bare: String = code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    fitting(&bare).map(|(generation, _)| generation)
}

/// The version, from the last part of a code of a known pattern.
pub fn version(code: &str) -> Option<i64> {
    let code = normalised(code);
    generation(&code)?;
    code.rsplit('.').next()?.parse().ok()
}

/// The code without its version, the same for all issues of a unit.
pub fn stem(code: &str) -> &str {
    match generation(code) {
        Some(_) => code.rsplit_once('.').map_or(code, |(stem, _)| stem),
        None => code,
    }
}

/// The layout that fits with the fewest letters taken for figures or the other way round.
fn fitting(bare: &str) -> Option<(CodeGeneration, String)> {
    let fits = LAYOUTS.iter().filter_map(|(generation, layout)| {
        let (code, mended) = laid(bare, layout)?;
        Some((mended, *generation, code))
    });
    fits.min_by_key(|(mended, ..)| *mended).map(|(_, generation, code)| (generation, code))
}

/// The code in a layout, and how many signs had to be mended.
fn laid(bare: &str, layout: &str) -> Option<(String, usize)> {
    let mut signs = bare.chars();
    let (mut code, mut mended) = (String::with_capacity(layout.len()), 0);
    for place in layout.chars() {
        if place == '.' {
            code.push('.');
            continue;
        }
        let typed = signs.next()?;
        let sign = match (place, typed) {
            ('D', 'O') => '0',
            ('L', '0') => 'O',
            ('D', sign) if sign.is_ascii_digit() => sign,
            ('L', sign) if sign.is_ascii_uppercase() => sign,
            _ => return None,
        };
        mended += usize::from(sign != typed);
        code.push(sign);
    }
    signs.next().is_none().then_some((code, mended))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_of_three_generations_are_known() {
        for (code, expected) in [
            ("TIK.JK02.001.01", Some(CodeGeneration::Y2003)),
            ("GAR.CM01.003.01", Some(CodeGeneration::Y2003)),
            ("J.620100.004.02", Some(CodeGeneration::Y2012)),
            ("M.74100.001.02", Some(CodeGeneration::Y2012)),
            ("C.14GMT06.024.1", Some(CodeGeneration::Y2016)),
            ("P.85SOF00.001.1", Some(CodeGeneration::Y2016)),
            ("M.74DKV01.020.12", Some(CodeGeneration::Y2016)),
            ("FMD", None),
            ("", None),
            ("J.6201.004.02", None),
        ] {
            assert_eq!(generation(code), expected, "{code}");
        }
    }

    #[test]
    fn what_offices_type_is_mended() {
        for (typed, kept) in [
            (" c.14gmt06.024.1 ", "C.14GMT06.024.1"),
            ("J. 620100. 004. 02", "J.620100.004.02"),
            ("J.62O1OO.OO4.O2", "J.620100.004.02"),
            ("J62010000402", "J.620100.004.02"),
            ("TIK JK02 001 01", "TIK.JK02.001.01"),
            ("TIK-JK02-001-01", "TIK.JK02.001.01"),
            ("P.85S0F00.001.1", "P.85SOF00.001.1"),
            ("M.74100.001.02\u{200b}", "M.74100.001.02"),
            ("fmd / 1", "FMD/1"),
            ("24OLAS01", "24OLAS01"),
        ] {
            assert_eq!(normalised(typed), kept, "{typed}");
        }
    }

    #[test]
    fn a_version_belongs_to_its_code_and_the_stem_to_all_versions() {
        assert_eq!((version("c.14gmt06.024.1"), version("J.620100.004.02"), version("FMD")), (Some(1), Some(2), None));
        assert_eq!((stem("C.14GMT06.024.1"), stem("C.14GMT06.024.2"), stem("FMD.1")), {
            let stem = "C.14GMT06.024";
            (stem, stem, "FMD.1")
        });
    }

    /// A code in its right form, with its generation.
    fn a_code() -> impl Strategy<Value = (String, CodeGeneration)> {
        prop_oneof![
            "[A-Z]{3}\\.[A-Z]{2}[0-9]{2}\\.[0-9]{3}\\.[0-9]{2}".prop_map(|code| (code, CodeGeneration::Y2003)),
            "[A-Z]\\.[0-9]{5,6}\\.[0-9]{3}\\.[0-9]{2}".prop_map(|code| (code, CodeGeneration::Y2012)),
            "[A-Z]\\.[0-9]{2}[A-Z]{3}[0-9]{2}\\.[0-9]{3}\\.[0-9]{1,2}".prop_map(|code| (code, CodeGeneration::Y2016)),
        ]
    }

    proptest! {
        #[test]
        fn a_right_code_stays_and_its_generation_is_found((code, expected) in a_code()) {
            prop_assert_eq!(normalised(&code), code.clone());
            prop_assert_eq!(generation(&code), Some(expected));
        }

        #[test]
        fn small_letters_blanks_missing_points_and_the_letter_o_are_mended(
            (code, _) in a_code(), drop in any::<bool>(), blanks in any::<bool>()
        ) {
            // O stands for zero in the figures of the last two parts, where no layout has letters.
            let (head, tail) = code.split_at(code.match_indices('.').nth_back(1).expect("parts").0);
            let mut typed = format!("{head}{}", tail.replace('0', "O")).to_lowercase();
            if drop {
                typed = typed.replace('.', "");
            }
            if blanks {
                typed = typed.chars().flat_map(|c| [c, ' ']).collect();
            }
            prop_assert_eq!(normalised(&typed), code);
        }

        #[test]
        fn a_kept_code_is_kept_again(text in any::<String>()) {
            let once = normalised(&text);
            prop_assert_eq!(normalised(&once), once);
        }
    }
}
