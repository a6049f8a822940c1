//! What tests of any crate can start: a hub in this program on a free port, a PC that talks to it, a PostgreSQL.

mod pc;
pub mod postgres;

pub use pc::{Answer, Pc, a_change, act, speak};

use crate::guests;
use crate::hub::{Clock, Hub, Limits};
use crate::keys::Keys;
use crate::ledger::schema::Layout;
use crate::ledger::{Ledger, Province, Scope, offices, stewards, writing};
use crate::serve::{self, Manner};
use crate::web::password;
use axum_server::Handle;
use balai_exchange::enrol::Code;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// On which engine a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    /// One table each.
    Postgres,
    /// The tables that grow in sixteen parts.
    PostgresInParts,
}

/// A ledger with its tables, in a place of its own.
#[derive(Debug)]
pub struct Fresh {
    pub ledger: Ledger,
    /// What to open it with once more.
    pub url: String,
    folder: TempDir,
}

impl Fresh {
    /// The folder of the SQLite file.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// A fresh ledger.
pub async fn a_ledger(on: On) -> Fresh {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = match on {
        On::Sqlite => format!("sqlite://{}", folder.path().join("hub.db").display()),
        On::Postgres | On::PostgresInParts => postgres::fresh_database(),
    };
    let ledger = Ledger::open(&url).await.expect("a ledger");
    let layout = if on == On::PostgresInParts { Layout::InParts } else { Layout::Whole };
    assert!(ledger.prepare(layout).await.expect("tables"));
    Fresh { ledger, url, folder }
}

/// A hub that answers in this program.
#[derive(Debug)]
pub struct Running {
    pub hub: Arc<Hub>,
    pub address: SocketAddr,
    pub fresh: Fresh,
    handle: Handle<SocketAddr>,
    task: JoinHandle<()>,
}

/// Starts a hub on a free port of the loopback, without TLS.
pub async fn spawn(on: On, clock: Clock) -> Running {
    spawn_with(on, clock, Limits::default()).await
}

/// The same with limits of the test's own.
pub async fn spawn_with(on: On, clock: Clock, limits: Limits) -> Running {
    let fresh = a_ledger(on).await;
    let hub = Arc::new(Hub::new(fresh.ledger.clone(), Keys::from_seed([42; 32]), limits, clock));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    let handle = Handle::new();
    let served = serve::serve(hub.clone(), listener, Manner::Plain, handle.clone());
    let task = tokio::spawn(async move { served.await.expect("a hub that answers") });
    Running { hub, address, fresh, handle, task }
}

impl Running {
    /// What a desk is told to connect to.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Adds an office.
    pub async fn office(&self, code: &str) -> Scope {
        let (name, now) = (format!("Disnaker {code}"), self.hub.now());
        let new = writing!(self.hub.ledger, &Province, |tx| offices::add(tx, code, &name, now).await);
        new.expect("a ledger that answers");
        Scope::of(offices::number(code))
    }

    /// A one-time code for a PC of an office.
    pub async fn code(&self, office: Scope) -> Code {
        guests::give_code(&self.hub.ledger, office, "PC loket", self.hub.now()).await.expect("a code")
    }

    /// A PC of an office that was let in.
    pub async fn pc(&self, office: &str, seed: u8) -> Pc {
        let scope = self.office(office).await;
        let code = self.code(scope).await;
        Pc::enrol(self.address, office, &code, seed).await
    }

    /// A steward who may sign in at the page.
    pub async fn steward(&self, name: &str, words: &str) {
        let (hash, now) = (password::hash(words).expect("long enough"), self.hub.now());
        let set = writing!(self.hub.ledger, &Province, |tx| stewards::set(tx, name, &hash, now).await);
        set.expect("a ledger that answers");
    }

    /// Ends it, and gives its place back.
    pub async fn end(self) -> Fresh {
        self.handle.shutdown();
        self.task.await.expect("a hub that ends");
        self.fresh.ledger.close().await;
        self.fresh
    }
}
