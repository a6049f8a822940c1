//! The hub's own command line: the verbs of `balai-hub`.

pub mod args;
mod aside;
mod exit;
mod keep;
mod lists;
mod run;

pub use exit::{Failure, Outcome};

use crate::hub::Clock;
use crate::keys::Keys;
use crate::ledger::reading;
use crate::ledger::schema::Layout;
use crate::ledger::{Ledger, Province, Scope, offices};
use args::{Args, Verb};

/// What every verb stands on.
struct Place {
    args_data: std::path::PathBuf,
    ledger: Ledger,
    clock: Clock,
}

impl Place {
    fn now(&self) -> i64 {
        (self.clock)().timestamp_millis()
    }

    fn key_file(&self) -> std::path::PathBuf {
        self.args_data.join("hub.key")
    }

    fn keys(&self) -> Outcome<Keys> {
        Ok(Keys::load_or_make(&self.key_file())?)
    }

    async fn office(&self, code: &str) -> Outcome<Scope> {
        let found = reading!(self.ledger, &Province, |tx| offices::find(tx, code).await)?;
        found.ok_or_else(|| Failure::Refused(format!("kantor {code} tidak ada; lihat: balai-hub office list")))
    }
}

/// Does what was asked.
pub async fn give(args: Args, clock: Clock) -> Outcome {
    std::fs::create_dir_all(&args.data)?;
    let url = args.ledger.unwrap_or_else(|| format!("sqlite://{}", args.data.join("hub.db").display()));
    let place = Place { ledger: Ledger::open(&url).await?, args_data: args.data, clock };
    let layout = if matches!(args.verb, Verb::Init { in_parts: true }) { Layout::InParts } else { Layout::Whole };
    let new = place.ledger.prepare(layout).await?;
    let done = match args.verb {
        Verb::Init { .. } => lists::init(&place, new),
        Verb::Serve(serve) => run::serve(&place, serve).await,
        Verb::Office { verb } => lists::office(&place, verb).await,
        Verb::Device { verb } => lists::device(&place, verb).await,
        Verb::Steward { verb } => lists::steward(&place, verb).await,
        Verb::Aside { verb } => aside::run(&place, verb).await,
        Verb::Audit { verb } => lists::audit(&place, verb).await,
        Verb::Bundle { file, answer } => keep::bundle(&place, &file, &answer).await,
        Verb::Backup { file } => keep::backup(&place, &file).await,
        Verb::Restore { file } => keep::restore(&place, &file).await,
    };
    place.ledger.close().await;
    done
}
