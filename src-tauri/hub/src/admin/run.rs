//! `balai-hub serve`.

use super::args::Serve;
use super::{Failure, Outcome, Place};
use crate::hub::{Hub, Limits};
use crate::serve::{self, Manner};
use axum_server::Handle;
use std::net::TcpListener;
use std::sync::Arc;

pub async fn serve(place: &Place, asked: Serve) -> Outcome {
    tracing_subscriber::fmt().with_target(false).with_writer(std::io::stderr).init();
    let manner = match (asked.tls_certificate, asked.tls_key) {
        (Some(certificate), Some(key)) => Manner::Tls { certificate, key },
        _ => Manner::Plain,
    };
    if serve::refuses(&asked.listen, &manner, asked.plain) {
        return Err(Failure::Refused(
            "tanpa TLS hub hanya mendengar di komputer ini (127.0.0.1). Beri --tls-certificate dan --tls-key, \
             atau --plain bila sebuah proksi di depannya memakai TLS"
                .to_owned(),
        ));
    }
    let listener = TcpListener::bind(asked.listen)
        .map_err(|error| Failure::Refused(format!("{} tidak dapat dipakai: {error}", asked.listen)))?;
    let limits = Limits { pull_from: asked.pull_from, ..Limits::default() };
    let hub = Hub::new(place.ledger.clone(), place.keys()?, limits, place.clock.clone());
    let handle = Handle::new();
    // The first line tells scripts where it listens, whatever port was free.
    println!("{}", listener.local_addr()?);
    tokio::spawn(end_when_told(handle.clone()));
    serve::serve(Arc::new(hub), listener, manner, handle).await?;
    Ok(())
}

/// Ctrl+C, and what systemd sends.
async fn end_when_told(handle: Handle<std::net::SocketAddr>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
    }
    #[cfg(not(unix))]
    drop(tokio::signal::ctrl_c().await);
    serve::end(&handle);
}
