//! Folding a person's name so that one person is found under all spellings of it.
//!
//! Titles before (H., Hj., Drs., Dr., Ir. …) and after (S.Pd, M.Si, A.Md …) fall away, abbreviations become the
//! word (Muh., Moch., M. -> muhammad; Abd. -> abdul; St. -> siti), glued compounds part (Abdurrahman ->
//! abdul rahman), and each word gets its kept spelling (`spelling.rs`). The order of the words stays.

use super::spelling::{plain, spell};
use crate::base::text::is_invisible;

/// The folded name, words parted by one space: `H. Moch. Djoko Soesilo, S.Pd` -> `muhamad joko susilo`.
pub fn fold(name: &str) -> String {
    fold_tokens(name).join(" ")
}

/// The folded words in the order in which they were written.
pub fn fold_tokens(name: &str) -> Vec<String> {
    let mut tokens = once(name);
    // A word may become a title or an abbreviation by its new spelling; twice is nearly always enough.
    for _ in 0..8 {
        let again = once(&tokens.join(" "));
        if again == tokens {
            break;
        }
        tokens = again;
    }
    tokens
}

fn once(name: &str) -> Vec<String> {
    let mut lower = String::with_capacity(name.len());
    lower.extend(name.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).flat_map(plain));
    let parts = without_suffixes(&lower);
    let words = parts.iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && PREFIXES.contains(&words[0]) {
        words.remove(0);
    }
    let mut tokens = Vec::with_capacity(words.len() + 1);
    for (at, word) in words.iter().enumerate() {
        let leads = at == 0 && words.len() > 1;
        let balinese = at == 1 && matches!(words[0], "i" | "ni");
        expand(spell(word), leads, balinese, &mut tokens);
    }
    tokens
}

/// Titles and forms of address before a name.
const PREFIXES: [&str; 24] = [
    "h", "hj", "kh", "haji", "hajjah", "drs", "dra", "dr", "drg", "drh", "ir", "prof", "ust", "ustad", "ustadz", "alm",
    "almh", "tn", "ny", "nn", "sdr", "sdri", "rr", "raden",
];

/// Academic titles after a name, signs removed. Short ones count only with a dot or after a comma.
const SUFFIXES: [&str; 58] = [
    "spd", "spdi", "spdsd", "skom", "sag", "ssos", "sosi", "ssi", "sip", "spt", "skm", "skep", "sked", "sfarm", "shum",
    "spsi", "sikom", "sst", "str", "strkes", "strkeb", "strt", "ssn", "sds", "sei", "shi", "sab", "sap", "mpd", "mpdi",
    "mkom", "msi", "mkes", "mag", "msc", "mba", "mhum", "msos", "amd", "amdkeb", "amdkep", "apt", "ners", "phd", "bsc",
    "st", "se", "sh", "sp", "mm", "mt", "mh", "ma", "ak", "ca", "lc", "ba", "ns",
];

fn bare(part: &str) -> String {
    part.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The blank-separated parts of a lower-case name without the titles at its end.
fn without_suffixes(name: &str) -> Vec<&str> {
    let mut parts: Vec<(&str, bool)> = Vec::new();
    for (at, stretch) in name.split([',', ';']).enumerate() {
        parts.extend(stretch.split_whitespace().map(|part| (part, at > 0)));
    }
    while parts.len() > 1 {
        let (last, after_comma) = parts[parts.len() - 1];
        let title = bare(last);
        let marked = after_comma || last.trim_end_matches('.').contains('.');
        let (before, _) = parts[parts.len() - 2];
        if title.is_empty() || (SUFFIXES.contains(&title.as_str()) && (marked || is_clear(&title))) {
            parts.pop();
        } else if parts.len() > 2 && is_parted_title(before, &title) {
            parts.truncate(parts.len() - 2);
        } else {
            break;
        }
    }
    parts.into_iter().map(|(part, _)| part).collect()
}

/// Titles that are taken for one without any sign: they are long, or no name is like them.
fn is_clear(title: &str) -> bool {
    title.len() > 3 || matches!(title, "spd" | "skm" | "ssi" | "msi" | "mpd" | "sst" | "phd" | "amd")
}

/// `S. Pd`, `M. Si`, `A. Md`: a title written with a blank.
fn is_parted_title(before: &str, title: &str) -> bool {
    matches!(before, "s." | "m." | "a.") && SUFFIXES.contains(&(before[..1].to_owned() + title).as_str())
}

/// Puts a spelt word among the tokens: abbreviations in full, compounds of Abdul parted.
fn expand(word: String, leads: bool, balinese: bool, tokens: &mut Vec<String>) {
    let full = match word.as_str() {
        "muh" | "moh" | "mohd" | "muhd" | "mhd" | "mh" | "mohamad" | "mohamed" | "muhamed" | "muhamat" | "mohamat"
        | "muhamet" | "mohammed" => "muhamad",
        "m" if leads => "muhamad",
        "st" | "sti" if leads => "siti",
        "abd" | "abdl" | "abdur" | "abdus" | "abdut" | "abdun" | "abdud" => "abdul",
        "gde" => "gede",
        "wyn" | "wy" | "wi" | "win" if balinese => "wayan",
        "nym" | "nm" | "nim" if balinese => "nyoman",
        "kt" | "ktt" if balinese => "ketut",
        "md" if balinese => "made",
        "pt" | "ptu" if balinese => "putu",
        "kd" | "kdk" if balinese => "kadek",
        _ => "",
    };
    if !full.is_empty() {
        return tokens.push(full.to_owned());
    }
    match word.strip_prefix("abdu") {
        // Abdulah is a name of its own; the l of Abdul becomes the next letter before r, s, t, d, n.
        Some("lah" | "la" | "loh" | "lo") => tokens.push("abdula".to_owned()),
        Some(rest) if rest.len() > 1 && rest.starts_with('l') => tokens.extend(["abdul".to_owned(), spell(&rest[1..])]),
        Some(rest) if rest.len() > 1 && rest.starts_with(['r', 's', 't', 'd', 'n']) => {
            tokens.extend(["abdul".to_owned(), rest.to_owned()]);
        }
        _ => tokens.push(old_j(word)),
    }
}

/// Names that are written with J by some and Y by others.
fn old_j(word: String) -> String {
    const STEMS: [&str; 9] = ["johan", "jusuf", "josef", "josep", "junus", "jakob", "jahya", "jahja", "jeremi"];
    if STEMS.iter().any(|stem| word.starts_with(stem)) { word.replace('j', "y") } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (a, b) in [
            ("Muh. Yusuf", "MUHAMMAD JUSUF"),
            ("Moch. Achmad", "Mohammad Ahmad"),
            ("M. Ridho", "Muhamad Rido"),
            ("Mohd Akhmad", "Mhd. Ahmad"),
            ("Mochamad Sjarif", "Muchammad Syarif"),
            ("Abd. Rahman", "Abdurrahman"),
            ("Abdul Rachman", "Abdurachman"),
            ("Abdus Salam", "Abdussalam"),
            ("ABDOEL AZIZ", "Abdul Azis"),
            ("Abdullah", "Abdulloh"),
            ("St. Aminah", "Siti Aminah"),
            ("Sitti Aisyah", "Siti Aisya"),
            ("Noer Hayati", "Nur Hayati"),
            ("Soekarno", "Sukarno"),
            ("Djoko Widjaja", "Joko Wijaya"),
            ("Tjahjo Koemolo", "Cahyo Kumolo"),
            ("Chairul Anwar", "Khairul Anwar"),
            ("Sa'adah", "Saadah"),
            ("Ma’ruf", "Maruf"),
            ("Nur'aini", "Nuraini"),
            ("Theresia", "Teresia"),
            ("Novy Yanti", "Novi Yanti"),
            ("Rizqy", "Rizki"),
            ("Fitriyani", "Fitriani"),
            ("Setyawan", "Setiawan"),
            ("Johannes", "Yohanes"),
            ("I Wyn. Gde Arta", "I Wayan Gede Arta"),
            ("Ni Md Sari", "Ni Made Sari"),
            ("Dhani", "Dani"),
            ("Anissa", "Anisa"),
            ("Fatimah", "Fatima"),
            ("Ishaq", "Ishak"),
            ("José", "Jose"),
            ("Vivi", "Fifi"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
    }

    #[test]
    fn titles_are_no_part_of_the_name() {
        for (titled, name) in [
            ("H. Ahmad Fauzi, S.Pd", "Ahmad Fauzi"),
            ("Hj. Siti Aminah, S.Pd.I., M.Pd", "Siti Aminah"),
            ("Drs.H.M.Yusuf", "M. Yusuf"),
            ("Dr. Ir. Budi Santoso M.Si", "Budi Santoso"),
            ("Rina S. Kom", "Rina"),
            ("Sri Wahyuni SPd", "Sri Wahyuni"),
            ("Andi, SE", "Andi"),
            ("Dewi Lestari, A.Md.Keb", "Dewi Lestari"),
            ("Alm. Karto", "Karto"),
            ("PROF. DR. BAMBANG", "bambang"),
            ("Rudi S.T.", "Rudi"),
        ] {
            assert_eq!(fold(titled), fold(name), "{titled}");
        }
        // Not titles: a name of its own, or a word that only looks like one.
        assert_eq!(fold("Dr"), "dr");
        assert_eq!(fold("Andi Ma"), "andi ma");
        assert_eq!(fold("Hasan Se"), "hasan se");
    }

    #[test]
    fn different_names_stay_different() {
        for (a, b) in [
            ("Sri", "Siti"),
            ("Budi", "Budiman"),
            ("Rina", "Rini"),
            ("Dewi", "Desi"),
            ("Yanti", "Yanto"),
            ("Joko", "Yoko"),
            ("Nyoman", "Niman"),
            ("Wayan", "Wawan"),
            ("Made", "Mado"),
            ("Ahmad", "Hamad"),
            ("Andi", "Ani"),
            ("Cahya", "Kahya"),
            ("Sari", "Sri"),
            ("Abdi", "Abdul"),
            ("Hasan", "Hasanah"),
            ("Nur", "Nurul"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} / {b}");
        }
    }

    #[test]
    fn the_words_keep_their_order() {
        assert_eq!(fold_tokens("Siregar, Budi"), ["siregar", "budi"]);
        assert_eq!(fold("H. Moch. Djoko Soesilo, S.Pd"), "muhamad joko susilo");
        assert_eq!(fold("  MARTA\u{a0}  Siregar "), "marta siregar");
        assert_eq!(fold("-"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(name in "[A-Za-z' .,-]{0,40}", wild in any::<String>()) {
            for name in [name, wild] {
                let folded = fold(&name);
                prop_assert_eq!(fold(&folded), folded);
            }
        }

        #[test]
        fn case_and_blanks_do_not_count(name in "[A-Za-z'.,]{1,12}( [A-Za-z'.,]{1,12}){0,3}") {
            prop_assert_eq!(fold(&name.to_uppercase()), fold(&name.to_lowercase()));
            prop_assert_eq!(fold(&format!("  {}\u{a0}", name.replace(' ', "   "))), fold(&name));
        }
    }
}
