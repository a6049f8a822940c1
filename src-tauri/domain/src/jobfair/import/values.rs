//! Cells as a fair means them: money, months, yes and no, results. Pure.

use crate::{base::text::words, jobfair::job_application::JobState};

/// Rupiah, also `Rp 5.000.000,00`, `5 juta`, `5,5 jt`; blank is `None`, anything else an error with what stood there.
pub fn rupiah(cell: &str) -> Result<Option<i64>, String> {
    let text = cell.trim().to_lowercase();
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    let wrong = || cell.trim().chars().take(40).collect::<String>();
    let million = ["juta", "jt"].iter().any(|word| text.contains(word));
    let figures: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let others = words(&text).into_iter().filter(|word| !word.chars().all(|c| c.is_ascii_digit()));
    if others.into_iter().any(|word| !["rp", "idr", "juta", "jt", "bulan", "per", "bln"].contains(&word.as_str())) {
        return Err(wrong());
    }
    if million {
        return figures.replace(',', ".").parse::<f64>().map(|n| Some((n * 1e6).round() as i64)).map_err(|_| wrong());
    }
    // The last sign parts cents only when two figures or fewer follow it.
    let whole = match figures.rfind([',', '.']) {
        Some(at) if figures.len() - at - 1 <= 2 => &figures[..at],
        _ => &figures,
    };
    whole.replace(['.', ','], "").parse().map(Some).map_err(|_| wrong())
}

/// Months: `12`, `1 tahun`, `6 bulan`; blank is none.
pub fn months(cell: &str) -> Result<i64, String> {
    let text = cell.trim().to_lowercase();
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    if figures.is_empty() {
        let none = text.is_empty() || text == "-" || text.contains("tidak") || text.contains("fresh");
        return if none { Ok(0) } else { Err(text.chars().take(40).collect()) };
    }
    let number: i64 = figures.parse().map_err(|_| figures.clone())?;
    Ok(if text.contains("tahun") || text.contains("thn") { number * 12 } else { number })
}

/// What a company wrote as the result of an application, also misspelt; `None`: nothing that is known.
pub fn result(cell: &str) -> Option<JobState> {
    use JobState::{Declined, Hired, Interviewed, Rejected, Screened};
    const WORDS: &[(&str, JobState)] = &[
        ("diterima", Hired),
        ("lulus", Hired),
        ("terima", Hired),
        ("hired", Hired),
        ("bekerja", Hired),
        ("ditolak", Rejected),
        ("gagal", Rejected),
        ("tolak", Rejected),
        ("rejected", Rejected),
        ("mengundurkan", Declined),
        ("mundur", Declined),
        ("menolak", Declined),
        ("wawancara", Interviewed),
        ("interview", Interviewed),
        ("berkas", Screened),
    ];
    let said = words(cell);
    if said.iter().any(|word| word == "tidak" || word == "tdk" || word == "blm" || word == "belum") {
        return said.iter().any(|word| near(word, "diterima") || near(word, "lulus")).then_some(Rejected);
    }
    said.iter().find_map(|word| WORDS.iter().find(|(known, _)| near(word, known)).map(|(_, state)| *state))
}

/// The same word, or one of six letters and more with at most two slips.
fn near(word: &str, known: &str) -> bool {
    let most = if known.len() >= 8 { 2 } else { usize::from(known.len() >= 6) };
    word == known || rapidfuzz::distance::levenshtein::distance(word.chars(), known.chars()) <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_offices_write_it() {
        for (cell, sum) in [
            ("Rp 5.000.000,00", Some(5_000_000)),
            ("5000000", Some(5_000_000)),
            ("5,5 juta", Some(5_500_000)),
            ("4.901.798", Some(4_901_798)),
            ("", None),
        ] {
            assert_eq!(rupiah(cell), Ok(sum), "{cell}");
        }
        assert!(rupiah("nego").is_err());
        assert_eq!((months("1 tahun"), months("6 bulan"), months("fresh graduate")), (Ok(12), Ok(6), Ok(0)));
    }

    #[test]
    fn results_are_understood_with_slips_and_no_is_no() {
        for (cell, state) in [
            ("Diterima", Some(JobState::Hired)),
            ("ditrima", Some(JobState::Hired)),
            ("TIDAK DITERIMA", Some(JobState::Rejected)),
            ("tidak lulus", Some(JobState::Rejected)),
            ("Lulus wawancara", Some(JobState::Hired)),
            ("Mengundurkan diri", Some(JobState::Declined)),
            ("tahap wawancra", Some(JobState::Interviewed)),
            ("belum ada kabar", None),
            ("", None),
        ] {
            assert_eq!(result(cell), state, "{cell}");
        }
    }
}
