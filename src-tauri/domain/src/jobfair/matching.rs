//! Who fits which vacancy, with the reason (*pencocokan*). Pure. What the law protects is not among what is compared:
//! sex, age, religion and marital status do not reach this file; a disability can only raise a score, where the
//! vacancy is open to it.

use crate::base::text::words;
use crate::people::education::Education;
use serde::Serialize;
use ts_rs::TS;

words! {
    /// What a part of a score is about.
    pub enum FitKind {
        /// Units of competence, or skills in words.
        Skills = "KOMPETENSI",
        /// The occupation that is wished for or was done.
        Occupation = "JABATAN",
        /// Education.
        Education = "PENDIDIKAN",
        /// Months of work.
        Experience = "PENGALAMAN",
        /// Where the work is.
        Distance = "JARAK",
        /// The work place offers what the person needs.
        Accommodation = "AKOMODASI",
    }
}

/// What is known of a person as far as it may count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Units of competence of courses that were finished.
    pub units: Vec<String>,
    /// Words of skills, courses and subjects.
    pub skills: Vec<String>,
    /// Words of occupations wished for or done.
    pub occupations: Vec<String>,
    /// Codes of occupations wished for.
    pub codes: Vec<String>,
    /// Education.
    pub education: Option<Education>,
    /// Months of work.
    pub months: i64,
    /// Kemendagri code of where the person lives.
    pub regency: Option<String>,
    /// The person needs something at work.
    pub needs: bool,
}

/// A vacancy at a booth as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Post {
    /// Units of competence.
    pub units: Vec<String>,
    /// Words of skills asked for.
    pub skills: Vec<String>,
    /// Words of the post.
    pub title: Vec<String>,
    /// Code of the occupation.
    pub code: Option<String>,
    /// Least education.
    pub education: Option<Education>,
    /// Months of work asked for.
    pub months: i64,
    /// Where the work is.
    pub regency: Option<String>,
    /// Open to people with a disability.
    pub friendly: bool,
    /// Which booth, counted by the caller.
    pub booth: usize,
    /// Numbers that wait before it.
    pub waiting: i64,
}

/// A part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FitPart {
    /// About what.
    pub kind: FitKind,
    /// Points.
    pub points: i64,
    /// Points that it could have.
    pub of: i64,
}

/// How well a person fits a vacancy, 0 to 100, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BoothFit {
    /// Points.
    pub points: i64,
    /// The parts: what was asked for by its share, then the rest.
    pub parts: Vec<FitPart>,
}

const SKILLS: i64 = 30;
const OCCUPATION: i64 = 30;
const EDUCATION: i64 = 15;
const EXPERIENCE: i64 = 10;
const DISTANCE: i64 = 15;
/// A work place that fits a need lifts the whole, up to the top.
const ACCOMMODATION: i64 = 10;

/// Words that say nothing about a trade.
const EMPTY: &[&str] =
    &["dan", "di", "atau", "bagian", "staf", "staff", "tenaga", "karyawan", "pekerja", "bidang", "kerja", "bahasa"];

/// The words of a text that say something, without their ending `-an` and the like: `menjahit`, `penjahit`, `jahitan`
/// and `jahit` meet.
pub fn stems(text: &str) -> Vec<String> {
    let mut kept: Vec<String> = words(text)
        .into_iter()
        .filter(|word| word.len() > 2 && !EMPTY.contains(&word.as_str()))
        .map(|word| stem(&word))
        .collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

fn stem(word: &str) -> String {
    const HEADS: &[(&str, &str)] = &[
        ("menge", "k"),
        ("penge", "k"),
        ("meng", ""),
        ("peng", ""),
        ("meny", "s"),
        ("peny", "s"),
        ("mem", ""),
        ("pem", ""),
        ("men", "t"),
        ("pen", "t"),
        ("ber", "r"),
        ("per", "r"),
        ("pe", ""),
        ("me", ""),
    ];
    let mut rest = word.to_owned();
    for (head, instead) in HEADS {
        if let Some(tail) = word.strip_prefix(head).filter(|tail| tail.len() >= 3) {
            rest = format!("{}{tail}", if tail.starts_with(['a', 'e', 'i', 'o', 'u']) { *instead } else { "" });
            break;
        }
    }
    match rest.strip_suffix("an") {
        Some(root) if root.len() >= 3 => root.to_owned(),
        _ => rest,
    }
}

/// The share of what is asked that is there, in points.
fn share(there: &[String], asked: &[String], of: i64) -> i64 {
    if asked.is_empty() {
        return 0;
    }
    let met = asked.iter().filter(|word| there.binary_search(word).is_ok()).count();
    of * i64::try_from(met).unwrap_or(0) / i64::try_from(asked.len()).unwrap_or(1)
}

fn skills(person: &Profile, post: &Post) -> i64 {
    let units = share(&person.units, &post.units, SKILLS);
    let said = if post.skills.is_empty() { &post.title } else { &post.skills };
    units.max(share(&person.skills, said, SKILLS))
}

fn occupation(person: &Profile, post: &Post) -> i64 {
    let by_code = post.code.as_ref().map_or(0, |asked| {
        let same = |code: &String| code.bytes().zip(asked.bytes()).take_while(|(a, b)| a == b).count();
        match person.codes.iter().map(same).max().unwrap_or(0) {
            0 | 1 => 0,
            2 => OCCUPATION / 3,
            3 => OCCUPATION * 2 / 3,
            _ => OCCUPATION,
        }
    });
    by_code.max(share(&person.occupations, &post.title, OCCUPATION))
}

fn education(person: &Profile, post: &Post) -> i64 {
    match (person.education, post.education) {
        (_, None) => EDUCATION,
        (None, Some(_)) => 0,
        (Some(has), Some(least)) if has.at_least(least) => EDUCATION,
        // One step below may still be heard.
        (Some(has), Some(least)) if has.rank() + 1 == least.rank() => EDUCATION / 3,
        _ => 0,
    }
}

fn experience(person: &Profile, post: &Post) -> i64 {
    if post.months <= 0 { EXPERIENCE } else { EXPERIENCE * person.months.clamp(0, post.months) / post.months }
}

fn distance(person: &Profile, post: &Post) -> i64 {
    match (&person.regency, &post.regency) {
        (Some(home), Some(site)) if home == site => DISTANCE,
        (Some(home), Some(site)) if home.get(..2) == site.get(..2) => DISTANCE / 2,
        (Some(_), Some(_)) => 0,
        _ => DISTANCE / 2,
    }
}

/// How well a person fits a vacancy.
pub fn fit(person: &Profile, post: &Post) -> BoothFit {
    let part = |kind, points, of| FitPart { kind, points, of };
    let mut parts = vec![
        part(FitKind::Skills, skills(person, post), SKILLS),
        part(FitKind::Occupation, occupation(person, post), OCCUPATION),
        part(FitKind::Education, education(person, post), EDUCATION),
        part(FitKind::Experience, experience(person, post), EXPERIENCE),
        part(FitKind::Distance, distance(person, post), DISTANCE),
    ];
    if person.needs && post.friendly {
        parts.push(part(FitKind::Accommodation, ACCOMMODATION, ACCOMMODATION));
    }
    let points = parts.iter().map(|part| part.points).sum::<i64>().min(100);
    // What nobody asked for, or nobody knows, is no reason.
    let said = |kind: FitKind| match kind {
        FitKind::Education => post.education.is_some(),
        FitKind::Experience => post.months > 0,
        FitKind::Distance => person.regency.is_some() && post.regency.is_some(),
        FitKind::Skills | FitKind::Occupation | FitKind::Accommodation => true,
    };
    parts.sort_by_key(|part| (!said(part.kind), -part.points * 100 / part.of.max(1), -part.points));
    BoothFit { points, parts }
}

/// The points alone, for the many that will not be among the best.
fn points(person: &Profile, post: &Post) -> i64 {
    let accommodation = if person.needs && post.friendly { ACCOMMODATION } else { 0 };
    let sum = skills(person, post)
        + occupation(person, post)
        + education(person, post)
        + experience(person, post)
        + distance(person, post)
        + accommodation;
    sum.min(100)
}

/// The best booths for a person, each with its best vacancy (by its place in `posts`) and why. Among equals whoever has
/// the shorter queue comes first, so that the crowd spreads.
pub fn best(person: &Profile, posts: &[Post], most: usize) -> Vec<(usize, BoothFit)> {
    let mut of_booth: std::collections::HashMap<usize, (i64, usize)> = std::collections::HashMap::new();
    for (at, post) in posts.iter().enumerate() {
        let reached = points(person, post);
        let entry = of_booth.entry(post.booth).or_insert((reached, at));
        if reached > entry.0 {
            *entry = (reached, at);
        }
    }
    let mut booths: Vec<(i64, usize)> = of_booth.into_values().collect();
    // Ten people waiting weigh as much as five points.
    booths.sort_by_key(|(reached, at)| (posts[*at].waiting.clamp(0, 40) - 2 * reached, posts[*at].waiting, *at));
    booths.truncate(most);
    booths.into_iter().map(|(_, at)| (at, fit(person, &posts[at]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(text: &str) -> Vec<String> {
        stems(text)
    }

    fn welder() -> Profile {
        Profile {
            units: vec!["C.24LAS01.001.1".into(), "C.24LAS01.002.1".into()],
            skills: sorted("pengelasan SMAW"),
            occupations: sorted("juru las"),
            codes: vec!["7212".into()],
            education: Some(Education::Vocational),
            months: 6,
            regency: Some("32.16".into()),
            needs: false,
        }
    }

    fn post(title: &str) -> Post {
        Post { title: sorted(title), regency: Some("32.16".into()), ..Post::default() }
    }

    #[test]
    fn words_of_a_trade_meet_whatever_their_form() {
        for word in ["menjahit", "penjahit", "jahitan", "Jahit"] {
            assert_eq!(stems(word), ["jahit"], "{word}");
        }
        assert_eq!(stems("Staf bagian pengelasan"), ["las"]);
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts_and_the_best_reason_comes_first() {
        let asked = Post {
            units: vec!["C.24LAS01.001.1".into()],
            code: Some("7212.01".into()),
            education: Some(Education::UpperSecondary),
            months: 12,
            ..post("Juru las")
        };
        let found = fit(&welder(), &asked);
        // 30 + 30 + 15 + 5 + 15
        assert_eq!(found.points, 95);
        assert_eq!(found.parts.iter().map(|part| part.points).sum::<i64>(), 95);
        assert_eq!(found.parts[0].kind, FitKind::Skills);
        assert_eq!(found.parts.last().map(|part| part.kind), Some(FitKind::Experience));
        let far = Post { regency: Some("33.74".into()), education: Some(Education::S1), ..asked };
        assert_eq!(fit(&welder(), &far).points, 65);
    }

    #[test]
    fn the_best_three_are_of_three_booths_and_the_shorter_queue_comes_first() {
        let posts: Vec<Post> =
            [("Juru las", 0, 0), ("Juru las", 0, 0), ("Juru las", 1, 30), ("Kasir", 2, 0), ("Juru las", 3, 2)]
                .into_iter()
                .map(|(title, booth, waiting)| Post { booth, waiting, ..post(title) })
                .collect();
        let booths: Vec<usize> = best(&welder(), &posts, 3).iter().map(|(at, _)| posts[*at].booth).collect();
        assert_eq!(booths, [0, 3, 1]);
    }

    fn a_profile() -> impl Strategy<Value = Profile> {
        (0_usize..4, 0_i64..60, any::<bool>(), prop::sample::select(vec!["jahit", "las", "kasir", "sopir"])).prop_map(
            |(education, months, near, trade)| Profile {
                units: Vec::new(),
                skills: sorted(trade),
                occupations: sorted(trade),
                codes: Vec::new(),
                education: [None, Some(Education::Primary), Some(Education::Vocational), Some(Education::S1)]
                    [education],
                months,
                regency: Some(if near { "32.16" } else { "33.74" }.to_owned()),
                needs: false,
            },
        )
    }

    proptest! {
        #[test]
        fn a_need_never_lowers_a_score_and_raises_it_only_where_the_work_place_is_open_to_it(
            profile in a_profile(), months in 0_i64..60, friendly: bool, trade in prop::sample::select(vec!["menjahit", "kasir"])
        ) {
            let asked = Post { months, friendly, ..post(trade) };
            let without = fit(&profile, &asked).points;
            let with = fit(&Profile { needs: true, ..profile.clone() }, &asked).points;
            prop_assert!(with >= without);
            prop_assert!(friendly || with == without);
            prop_assert!((0..=100).contains(&with));
            prop_assert_eq!(points(&profile, &asked), without);
        }

        #[test]
        fn more_experience_and_education_never_lower_a_score(profile in a_profile(), months in 0_i64..60) {
            let asked = Post { months: 24, education: Some(Education::UpperSecondary), ..post("jahit") };
            let more = Profile { months: profile.months + months, education: Some(Education::S3), ..profile.clone() };
            prop_assert!(fit(&more, &asked).points >= fit(&profile, &asked).points);
        }
    }
}
