//! What can be said to `balai`.

use crate::planning_args::{Plan, TimetableVerb};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const CODES: &str = "\
Exit codes: 0 done, 1 refused, 2 not understood, 3 another program holds the office,
4 wrong or missing passphrase, 5 damaged, 6 fault.
The passphrase comes from BALAI_PASSPHRASE, else it is asked on the terminal.";

/// The office without a window.
#[derive(Debug, Parser)]
#[command(name = "balai", version, about = "The labour office's register without a window", after_help = CODES)]
pub struct Args {
    /// The data folder; otherwise BALAI_DATA, otherwise the window's own
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make an office without questions
    Init(Init),
    /// Take a workbook into the register: xlsx, xls, ods or csv
    Import(Import),
    /// Find people by name, NIK, phone or number
    Search {
        /// What is looked for
        text: String,
    },
    /// What concerns one person
    Person {
        #[command(subcommand)]
        verb: PersonVerb,
    },
    /// Let the planner arrange batches, or mend the published timetable
    Plan(Plan),
    /// What concerns a timetable
    Timetable {
        #[command(subcommand)]
        verb: TimetableVerb,
    },
    /// What concerns a job fair
    Fair {
        #[command(subcommand)]
        verb: crate::fair::FairVerb,
    },
    /// Exchange the office's entries with the hub and with its other PCs
    Sync {
        #[command(subcommand)]
        verb: crate::sync::SyncVerb,
    },
    /// Write a backup to a file
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Put a backup in the place of the office; what lay there is set aside
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Prove the file, its log and its search index
    Verify,
    /// List the last acts of the command line, or of an officer
    Acts {
        /// The officer's sign-in name
        #[arg(long, value_name = "USERNAME")]
        officer: Option<String>,
    },
}

/// A new office.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The office's name
    #[arg(long)]
    pub name: String,
    /// Kemendagri code of its regency or city, such as 32.16
    #[arg(long, value_name = "CODE")]
    pub regency: String,
    /// A vocational training centre instead of a labour office
    #[arg(long)]
    pub training_centre: bool,
    /// Sign-in name of the administrator, whose password is BALAI_ADMIN_PASSWORD, else made up and printed
    #[arg(long, default_value = "admin")]
    pub username: String,
    /// The administrator's name on papers
    #[arg(long, default_value = "Administrator")]
    pub full_name: String,
}

/// How ambiguous dates are read.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DateOrder {
    /// 31/12/1999
    Day,
    /// 12/31/1999
    Month,
}

/// An import.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The workbook
    pub file: PathBuf,
    /// Say what would become of each row; write nothing. Works without an office too
    #[arg(long)]
    pub dry_run: bool,
    /// The sheet to read; otherwise the one with the best table
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// How to read dates that could be either
    #[arg(long, value_enum, value_name = "ORDER")]
    pub date_order: Option<DateOrder>,
    /// Also take doubtful rows
    #[arg(long)]
    pub include_doubtful: bool,
    /// Write the rows that were not taken to this xlsx
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
}

/// What can be done with one person.
#[derive(Debug, Subcommand)]
pub enum PersonVerb {
    /// Hand out everything that is held on a person, as PDF and JSON
    Export {
        /// The person's id or NIK
        person: String,
        /// The folder to write to
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// To whom and why; it is noted
        #[arg(long, default_value = "Permintaan orang yang bersangkutan")]
        reason: String,
    },
}
