//! What can be said of timetables: `balai plan`, `balai plan repair`, `balai timetable export`.

use chrono::NaiveDate;
use clap::{ArgGroup, Subcommand, ValueEnum};
use std::path::PathBuf;

const LOOKING: &str = "Without --accept nothing is written, and a window may have the office open.";

/// One of some arguments, and only one.
fn one_of<const N: usize>(name: &'static str, arguments: [&'static str; N]) -> ArgGroup {
    ArgGroup::new(name).required(true).args(arguments)
}

/// Arrange batches, or mend what is published.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, after_help = LOOKING)]
pub struct Plan {
    #[command(subcommand)]
    pub verb: Option<PlanVerb>,
    #[command(flatten)]
    pub arrange: Arrange,
}

/// Which batches, around what, and whether a proposal is taken.
#[derive(Debug, clap::Args)]
#[command(group = one_of("which", ["batch", "all"]))]
pub struct Arrange {
    /// The batches: by name, PBK number or id
    #[arg(long, num_args = 1.., value_name = "BATCH")]
    pub batch: Vec<String>,
    /// Every batch that is not cancelled
    #[arg(long)]
    pub all: bool,
    /// Around a copy of the timetable, by its name, instead of the published one
    #[arg(long, value_name = "COPY")]
    pub timetable: Option<String>,
    /// Publish a proposal: the first, or the one with this number
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "1")]
    pub accept: Option<String>,
    /// With --accept: put it on a copy of this name instead of publishing it
    #[arg(long, value_name = "NAME", requires = "accept", conflicts_with = "timetable")]
    pub as_copy: Option<String>,
    /// Search for so long; otherwise for a number of steps, which gives the same plan on every machine
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub seconds: Option<u64>,
    /// Where chance begins
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

/// What can be done beside arranging.
#[derive(Debug, Subcommand)]
pub enum PlanVerb {
    /// Mend the published timetable with the fewest changes
    Repair(Repair),
}

/// What fell away, and whether the mending is taken.
#[derive(Debug, clap::Args)]
#[command(group = one_of("what", ["instructor", "room", "day"]), after_help = LOOKING)]
pub struct Repair {
    /// An instructor is away: by name, initials or id
    #[arg(long, value_name = "NAME")]
    pub instructor: Option<String>,
    /// A room is closed: by code, name or id
    #[arg(long, value_name = "CODE")]
    pub room: Option<String>,
    /// The days themselves are lost
    #[arg(long)]
    pub day: bool,
    /// First day, such as 2027-01-04
    #[arg(long, value_name = "DAY")]
    pub from: NaiveDate,
    /// Last day; otherwise the first
    #[arg(long, value_name = "DAY")]
    pub to: Option<NaiveDate>,
    /// Change the published timetable so, in one act
    #[arg(long)]
    pub accept: bool,
    /// Why; with --accept --day it names a day off that is not in the calendar yet
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// What can be done with a timetable.
#[derive(Debug, Subcommand)]
pub enum TimetableVerb {
    /// Write weekly timetables to a file
    Export(Export),
}

/// How a timetable is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page for each week, as it is hung up
    Pdf,
    /// A row for each session
    Xlsx,
    /// An entry for each session, for telephones
    Ics,
}

/// Whose timetables, which weeks, to which file.
#[derive(Debug, clap::Args)]
#[command(group = one_of("whose", ["class", "instructor", "room"]))]
pub struct Export {
    /// Of these classes, by name, PBK number or id; of each when none is named
    #[arg(long, num_args = 0.., value_name = "BATCH")]
    pub class: Option<Vec<String>>,
    /// Of these instructors, by name, initials or id; of each when none is named
    #[arg(long, num_args = 0.., value_name = "NAME")]
    pub instructor: Option<Vec<String>>,
    /// Of these rooms, by code, name or id; of each when none is named
    #[arg(long, num_args = 0.., value_name = "CODE")]
    pub room: Option<Vec<String>>,
    /// Of a copy of the timetable, by its name, instead of the published one
    #[arg(long, value_name = "COPY")]
    pub timetable: Option<String>,
    /// The first week: any of its days, such as 2027-01-04
    #[arg(long, value_name = "DAY")]
    pub week: NaiveDate,
    /// How many weeks
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=60))]
    pub weeks: u64,
    /// How it is written
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Format,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}
