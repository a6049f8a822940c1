//! What can be said to `balai-hub`.

use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

const CODES: &str = "\
Exit codes: 0 done, 1 refused, 2 not understood, 5 damaged, 6 fault.
Passwords come from BALAI_HUB_PASSWORD, else they are asked on the terminal.";

/// The hub of the exchange between labour offices.
#[derive(Debug, Parser)]
#[command(name = "balai-hub", version, about = "The hub of the exchange between labour offices", after_help = CODES)]
pub struct Args {
    /// The folder with the hub's key and, by default, its ledger
    #[arg(long, global = true, value_name = "DIR", env = "BALAI_HUB_DATA", default_value = "/var/lib/balai-hub")]
    pub data: PathBuf,
    /// The ledger: sqlite:///folder/hub.db or postgres://user@host/name; by default hub.db in the folder
    #[arg(long, global = true, value_name = "URL", env = "BALAI_HUB_LEDGER")]
    pub ledger: Option<String>,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make the key and the tables
    Init {
        /// On PostgreSQL: lay the tables that grow out in sixteen parts
        #[arg(long)]
        in_parts: bool,
    },
    /// Answer devices and the province's page
    Serve(Serve),
    /// Offices on the guest list
    Office {
        #[command(subcommand)]
        verb: OfficeVerb,
    },
    /// PCs of an office
    Device {
        #[command(subcommand)]
        verb: DeviceVerb,
    },
    /// People who may look at the province's page
    Steward {
        #[command(subcommand)]
        verb: StewardVerb,
    },
    /// Changes that the hub keeps aside until a person has looked
    Aside {
        #[command(subcommand)]
        verb: AsideVerb,
    },
    /// The chain over all that the hub did
    Audit {
        #[command(subcommand)]
        verb: AuditVerb,
    },
    /// Take a bundle from a stick in, and write the answer
    Bundle {
        /// The bundle that a PC wrote
        file: PathBuf,
        /// The answer to carry back
        #[arg(long, value_name = "FILE")]
        answer: PathBuf,
    },
    /// Write the whole ledger and the key to a file, and prove it
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Put a backup into an empty ledger, on either engine
    Restore {
        /// The backup
        file: PathBuf,
    },
}

/// Where and how to listen.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", env = "BALAI_HUB_LISTEN", default_value = "127.0.0.1:8440")]
    pub listen: SocketAddr,
    /// The TLS certificate chain, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key", env = "BALAI_HUB_TLS_CERTIFICATE")]
    pub tls_certificate: Option<PathBuf>,
    /// The TLS key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_certificate", env = "BALAI_HUB_TLS_KEY")]
    pub tls_key: Option<PathBuf>,
    /// The oldest version of Balai that may still fetch; every version may send
    #[arg(long, value_name = "VERSION", env = "BALAI_HUB_PULL_FROM")]
    pub pull_from: Option<String>,
    /// Plain HTTP also beyond the loopback: only behind a proxy that speaks TLS
    #[arg(long)]
    pub plain: bool,
}

/// What concerns offices.
#[derive(Debug, Subcommand)]
pub enum OfficeVerb {
    /// Add an office
    Add {
        /// Its code, such as 3204
        code: String,
        /// Its name
        name: String,
    },
    /// List the offices
    List,
}

/// What concerns PCs.
#[derive(Debug, Subcommand)]
pub enum DeviceVerb {
    /// Give a one-time code for a new PC: 24 hours, five tries
    Code {
        /// The office's code
        office: String,
        /// What the PC is called
        name: String,
    },
    /// List the PCs of an office
    List {
        /// The office's code
        office: String,
    },
    /// Take a PC off the list
    Revoke {
        /// The office's code
        office: String,
        /// The PC's number, as listed
        device: u64,
    },
}

/// What concerns stewards.
#[derive(Debug, Subcommand)]
pub enum StewardVerb {
    /// Add a steward, or give one a new password
    Set {
        /// The name to sign in with
        name: String,
    },
    /// List the stewards
    List,
    /// Remove a steward
    Remove {
        /// The name
        name: String,
    },
}

/// What concerns changes that lie aside.
#[derive(Debug, Subcommand)]
pub enum AsideVerb {
    /// List what lies aside in an office
    List {
        /// The office's code
        office: String,
    },
    /// Note that a person looked and nothing is to be done
    Settle {
        /// The office's code
        office: String,
        /// The change's number, as listed
        change: String,
    },
}

/// What concerns the audit.
#[derive(Debug, Subcommand)]
pub enum AuditVerb {
    /// Work the chains out anew; tells where one is broken
    Verify {
        /// Only this office
        office: Option<String>,
        /// An end that was written down earlier, as NUMBER:HASH
        #[arg(long, value_name = "NUMBER:HASH", requires = "office")]
        witness: Option<String>,
    },
}
