//! `balai sync`: the exchange without a window.

use crate::{
    exit::Outcome,
    place::{Place, passphrase},
};
use balai_carrier::{Listener, Progress, bundle, enrol, exchange};
use balai_domain::{
    TABLES,
    base::{word::Word, zone::Zone},
    office,
    store::{Error, Store, backup, key::Slots, open::StoreRefusal},
    sync::{
        outbox_store,
        own::ExchangeMode,
        own_store,
        review::{self, ExchangeRefusal},
        review_store, run_store,
    },
};
use chrono::{DateTime, Utc};
use clap::{Subcommand, ValueEnum};
use serde_json::json;
use std::path::PathBuf;

/// What can be done about the exchange.
#[derive(Debug, Subcommand)]
pub enum SyncVerb {
    /// Exchange with the hub now
    Now,
    /// Tell how the exchange stands
    Status,
    /// Enrol this PC with a one-time code
    Enrol(Enrol),
    /// Make this PC one more of an office that is at the hub already: an empty folder is filled from there
    Join(Enrol),
    /// Say what may leave the building
    Mode {
        /// What
        #[arg(value_enum)]
        what: What,
    },
    /// List what people entered differently and somebody has to settle
    Questions,
    /// Bundles for a stick
    Bundle {
        #[command(subcommand)]
        verb: BundleVerb,
    },
}

/// Whose code it is.
#[derive(Debug, clap::Args)]
pub struct Enrol {
    /// Where the hub is, such as https://hub.example.go.id
    #[arg(long, value_name = "URL")]
    pub hub: String,
    /// The office's code at the hub
    #[arg(long, value_name = "CODE")]
    pub office: String,
    /// The one-time code
    #[arg(long, value_name = "CODE")]
    pub code: String,
}

/// What leaves.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum What {
    /// Nothing
    Off,
    /// Counts only
    Numbers,
    /// All entries
    Everything,
}

/// What can be done with a bundle.
#[derive(Debug, Subcommand)]
pub enum BundleVerb {
    /// Write what is not confirmed yet to a bundle
    Export {
        /// The file, such as kantor.balaix
        file: PathBuf,
    },
    /// Take a bundle in
    Import {
        /// The file
        file: PathBuf,
    },
}

/// The terminal while the courier is on the road.
struct Terminal<'a>(&'a Place);

impl Listener for Terminal<'_> {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn progress(&self, _: Progress) {}

    fn changed(&self, _: &[&'static str]) {}
}

/// Does it.
pub async fn run(place: &Place, verb: SyncVerb) -> Outcome {
    match verb {
        SyncVerb::Now => now(place).await,
        SyncVerb::Status => status(place).await,
        SyncVerb::Enrol(draft) => {
            let held = place.open().await?;
            enrol_at(place, &held.store, &draft).await
        }
        SyncVerb::Join(draft) => join(place, &draft).await,
        SyncVerb::Mode { what } => mode(place, what).await,
        SyncVerb::Questions => questions(place).await,
        SyncVerb::Bundle { verb: BundleVerb::Export { file } } => {
            let held = place.open().await?;
            let written = bundle::export(&held.store, &file, place.now()).await?;
            place.answer(&json!({ "file": file, "entries": written.entries }), || {
                format!("{} isian ditulis ke {}", written.entries, file.display())
            })
        }
        SyncVerb::Bundle { verb: BundleVerb::Import { file } } => {
            let held = place.open().await?;
            let read = bundle::import(&held.store, &file, place.now()).await?;
            place.answer(&json!({ "file": file, "entries": read.entries, "confirmed": read.confirmed }), || {
                format!("{} isian baru, {} dipastikan pusat", read.entries, read.confirmed)
            })
        }
    }
}

async fn now(place: &Place) -> Outcome {
    let held = place.open().await?;
    let own = own_store::own(&mut *held.store.read().await?).await?;
    let own = own.ok_or(Error::from(ExchangeRefusal::NotEnrolled))?;
    if own.mode == ExchangeMode::Off {
        return Err(Error::from(ExchangeRefusal::SwitchedOff).into());
    }
    let office = office::office(&mut *held.store.read().await?).await?;
    let zone = office.map_or(Zone::Wib, |office| office.zone);
    let run = exchange::run(&held.store, zone, &Terminal(place)).await.map_err(Error::from)?;
    place.answer(&run, || format!("{} terkirim, {} diterima", run.sent, run.received))
}

async fn status(place: &Place) -> Outcome {
    let store = place.open_to_read().await?;
    let mut connection = store.read().await?;
    let own = own_store::own(&mut connection).await?;
    let runs = run_store::runs(&mut connection).await?;
    let unsent = match &own {
        Some(own) => outbox_store::count(&mut connection, own.sent).await?,
        None => 0,
    };
    let data = json!({
        "hub": own.as_ref().map(|own| &own.address),
        "mode": own.as_ref().map(|own| own.mode),
        "unsent": unsent,
        "waiting": review_store::waiting(&mut connection).await?,
        "questions": review_store::count(&mut connection).await?,
        "kept_aside": own_store::count_quarantined(&mut connection).await?,
        "last": runs.first(),
    });
    place.answer(&data, || {
        let Some(own) = &own else { return "PC ini belum ikut pertukaran data.".to_owned() };
        let last = runs.first().map_or("belum pernah".to_owned(), |run| {
            format!("{} ({})", run.at.to_rfc3339(), run.failure.as_deref().unwrap_or("berhasil"))
        });
        format!("Pusat: {}\nYang dikirim: {}\nTerakhir: {last}\nBelum terkirim: {unsent}", own.address, own.mode.code())
    })
}

async fn enrol_at(place: &Place, store: &Store, draft: &Enrol) -> Outcome {
    let own = enrol::enrol(store, &draft.hub, &draft.office, &draft.code, place.now()).await.map_err(Error::from)?;
    let (device, office) = (own.author.device.0, own.office_name);
    place.answer(&json!({ "device": device, "office": office }), || format!("PC ini terdaftar untuk {office}"))
}

/// An empty folder becomes one more PC of the office.
async fn join(place: &Place, draft: &Enrol) -> Outcome {
    let _hold = place.hold()?;
    if place.has_office() {
        return Err(Error::from(StoreRefusal::OfficeExists).into());
    }
    let passphrase = passphrase("Frasa sandi baru untuk berkas kantor: ")?;
    backup::set_aside(place.folder(), place.now())?;
    let (slots, key) = Slots::create(&passphrase, false)?;
    let store = Store::open(place.folder(), key, TABLES, true).await?;
    let filled = fill(place, &store, draft).await;
    store.close().await;
    if let Err(refused) = filled {
        std::fs::remove_file(place.folder().join(balai_domain::store::open::DATABASE))?;
        return Err(refused);
    }
    // Written last: a folder without slots is no office yet.
    slots.write(place.folder())?;
    Ok(())
}

async fn fill(place: &Place, store: &Store, draft: &Enrol) -> Outcome {
    enrol::enrol(store, &draft.hub, &draft.office, &draft.code, place.now()).await.map_err(Error::from)?;
    let run = exchange::run(store, Zone::Wib, &Terminal(place)).await.map_err(Error::from)?;
    let office = place.office(store).await?;
    place.answer(&run, || format!("{}: {} isian diterima", office.name, run.received))
}

async fn mode(place: &Place, what: What) -> Outcome {
    let held = place.open().await?;
    let mode = match what {
        What::Off => ExchangeMode::Off,
        What::Numbers => ExchangeMode::Numbers,
        What::Everything => ExchangeMode::Everything,
    };
    own_store::set_mode(&mut *held.store.local().await?, mode).await?;
    place.answer(&json!({ "mode": mode }), || format!("Yang dikirim: {}", mode.code()))
}

async fn questions(place: &Place) -> Outcome {
    let store = place.open_to_read().await?;
    let questions = review::questions(&mut *store.read().await?, TABLES).await?;
    place.answer(&questions, || {
        let lines = questions.iter().map(|one| {
            let texts: Vec<&str> = one.versions.iter().map(|version| version.text.as_str()).collect();
            format!("{} {}: {}", one.about, one.field.as_deref().unwrap_or("baris"), texts.join(" | "))
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}
