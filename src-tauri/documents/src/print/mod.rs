//! The printed papers, as PDF. Each paper is a struct of its own that says what it needs; the look lives in `assets/print`.
//!
//! Official papers are in Indonesian whatever the language of the window. Nothing is fetched: type and templates are part of
//! the program. The same input always gives the same bytes, since no clock is read.

mod card;
mod dossier;
mod fair;
mod letterhead;
mod list;
mod notice;
mod press;
mod qr;
mod receipt;
mod scan;
#[cfg(test)]
mod specimen;
mod timetable;
pub mod words;

pub use card::{CardAddress, CardEducation, CardLayout, CardPaper, CardReport, CardSkill, card};
pub use dossier::{PersonDossier, Section, dossier};
pub use fair::{FloorBooth, FloorHall, FloorPaper, PostsPaper, TicketPaper, floor, posts, ticket};
pub use letterhead::{Letterhead, Signatory};
pub use list::{Align, ListPaper, TableColumn, TablePaper, list};
pub use notice::{Acknowledgement, NoticePaper, NoticeSection, notice};
pub use press::{PrintError, Printed};
pub use receipt::{ReceiptPaper, RequiredDocument, receipt};
pub use scan::scan;
pub use timetable::{
    TimetableDay, TimetableGroup, TimetablePaper, TimetableRow, TimetableSession, TimetableSheet, timetable,
};

#[cfg(test)]
mod tests;
