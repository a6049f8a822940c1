//! The papers of a job fair: the ticket that is a badge as well, the floor plan, and the sheet at a booth. None of them
//! bears a price or a number of a person.

use serde::Serialize;

use super::{PrintError, Printed, press, qr};

/// A visitor's ticket and badge, A6.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TicketPaper {
    /// The office that holds the fair.
    pub office: String,
    /// The fair.
    pub fair: String,
    /// When and where.
    pub when: String,
    /// The visitor.
    pub name: String,
    /// What the QR code holds.
    pub code: String,
    /// The same in groups, to be typed.
    pub shown: String,
    /// The best booths: code, company and post, why.
    pub booths: Vec<(String, String, String)>,
    /// What companies may see, and that nothing is charged.
    pub notes: Vec<String>,
}

/// A booth on the plan, in metres.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FloorBooth {
    /// Its code.
    pub code: String,
    /// The company; empty: free.
    pub company: String,
    /// From the left.
    pub x: i64,
    /// From the back.
    pub y: i64,
    /// Wide.
    pub width: i64,
    /// Deep.
    pub depth: i64,
}

/// A hall of the plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FloorHall {
    /// Its name.
    pub name: String,
    /// Metres wide.
    pub width: i64,
    /// Metres deep.
    pub depth: i64,
    /// Where one comes in.
    pub entrance: i64,
    /// Its booths.
    pub booths: Vec<FloorBooth>,
}

/// The floor plan, a page of A3 for each hall.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FloorPaper {
    /// The fair.
    pub fair: String,
    /// When and where.
    pub when: String,
    /// Its halls.
    pub halls: Vec<FloorHall>,
}

/// The sheet at a booth: a code for each post, to be scanned after a ticket.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PostsPaper {
    /// The company.
    pub company: String,
    /// The posts: the title, how many, and what the code holds.
    pub posts: Vec<(String, String, String)>,
}

#[derive(Serialize)]
struct TicketSheet<'a> {
    office: &'a str,
    fair: &'a str,
    when: &'a str,
    name: &'a str,
    shown: &'a str,
    booths: &'a [(String, String, String)],
    notes: &'a [String],
}

#[derive(Serialize)]
struct PostsSheet<'a> {
    company: &'a str,
    posts: Vec<(&'a str, &'a str, String)>,
}

/// The ticket as PDF.
///
/// # Errors
/// [`PrintError::Failed`] when the code cannot be drawn.
pub fn ticket(paper: &TicketPaper) -> Result<Printed, PrintError> {
    let code = qr::svg(&paper.code)?;
    let sheet = TicketSheet {
        office: &paper.office,
        fair: &paper.fair,
        when: &paper.when,
        name: &paper.name,
        shown: &paper.shown,
        booths: &paper.booths,
        notes: &paper.notes,
    };
    press::print("ticket.typ", &sheet, &[("qr.svg", Some(&code))])
}

/// The floor plan as PDF.
///
/// # Errors
/// [`PrintError::Failed`] for a fault of the template.
pub fn floor(paper: &FloorPaper) -> Result<Printed, PrintError> {
    press::print("floor.typ", paper, &[])
}

/// The sheet of a booth as PDF.
///
/// # Errors
/// [`PrintError::Failed`] when a code cannot be drawn.
pub fn posts(paper: &PostsPaper) -> Result<Printed, PrintError> {
    let mut posts = Vec::with_capacity(paper.posts.len());
    for (title, many, code) in &paper.posts {
        let picture = String::from_utf8(qr::svg(code)?).map_err(|error| PrintError::Failed(error.to_string()))?;
        posts.push((title.as_str(), many.as_str(), picture));
    }
    press::print("posts.typ", &PostsSheet { company: &paper.company, posts }, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_papers_of_a_fair_are_set_without_a_word_of_the_typesetter() {
        let ticket_paper = TicketPaper {
            office: "UPTD BLK Kabupaten Contoh".into(),
            fair: "Bursa Kerja Contoh 2026".into(),
            when: "24–25 November 2026, Aula Contoh".into(),
            name: "Siti Nurhaliza binti Contoh yang Panjang Sekali".into(),
            code: "0123456789ABCDEFGHJKMN".into(),
            shown: "012345-6789AB-CDEFGH-JKMN".into(),
            booths: vec![("A-01".into(), "PT Garmen Contoh – Operator jahit".into(), "kompetensi; dekat".into()); 3],
            notes: vec!["Gratis".into()],
        };
        let booth = |code: &str, x: i64| FloorBooth {
            code: code.into(),
            company: "PT Garmen Contoh".into(),
            x,
            y: 0,
            width: 3,
            depth: 2,
        };
        let hall = FloorHall {
            name: "Aula".into(),
            width: 20,
            depth: 12,
            entrance: 10,
            booths: vec![booth("A-01", 0), booth("A-02", 3)],
        };
        let floor_paper = FloorPaper { fair: "Bursa".into(), when: "24 November 2026".into(), halls: vec![hall] };
        let posts_paper = PostsPaper {
            company: "PT Garmen Contoh".into(),
            posts: vec![("Operator jahit".into(), "20 orang".into(), "V0123456789ABCDEFGHJKMN".into()); 5],
        };
        for (name, printed) in
            [("ticket", ticket(&ticket_paper)), ("floor", floor(&floor_paper)), ("posts", posts(&posts_paper))]
        {
            let printed = printed.unwrap();
            assert!(printed.warnings.is_empty(), "{name}: {:?}", printed.warnings);
            assert_eq!(printed.pages(), 1, "{name}");
            assert!(printed.pdf().unwrap().starts_with(b"%PDF-"));
        }
    }
}
