//! Listening: TLS from PEM files; without, only on the loopback unless it is asked for in so many words.

use crate::http::router;
use crate::hub::Hub;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long requests that are under way may take once the hub is told to end.
const GRACE: Duration = Duration::from_secs(20);

/// How the hub speaks.
#[derive(Clone, Debug)]
pub enum Manner {
    /// TLS with this certificate chain and key.
    Tls { certificate: PathBuf, key: PathBuf },
    /// Plain HTTP: behind a proxy that speaks TLS, or in tests.
    Plain,
}

/// Why the hub does not listen there.
pub fn refuses(address: &SocketAddr, manner: &Manner, plain_is_meant: bool) -> bool {
    matches!(manner, Manner::Plain) && !address.ip().is_loopback() && !plain_is_meant
}

/// Answers until `handle` tells it to end.
pub async fn serve(hub: Arc<Hub>, listener: TcpListener, manner: Manner, handle: Handle<SocketAddr>) -> io::Result<()> {
    let service = router(&hub).into_make_service();
    match manner {
        Manner::Tls { certificate, key } => {
            let config = RustlsConfig::from_pem_file(certificate, key).await?;
            axum_server::from_tcp_rustls(listener, config)?.handle(handle).serve(service).await
        }
        Manner::Plain => {
            let server = axum_server::from_tcp(listener)?;
            let handle = Handle::with_control(handle.control());
            server.handle(handle).serve(service).await
        }
    }
}

/// Lets what is under way come to its end.
pub fn end(handle: &Handle<SocketAddr>) {
    handle.graceful_shutdown(Some(GRACE));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_the_loopback_unless_it_is_meant() {
        let out: SocketAddr = "0.0.0.0:8440".parse().unwrap();
        let own: SocketAddr = "127.0.0.1:8440".parse().unwrap();
        let tls = Manner::Tls { certificate: PathBuf::new(), key: PathBuf::new() };
        assert!(refuses(&out, &Manner::Plain, false));
        assert!(!refuses(&out, &Manner::Plain, true));
        assert!(!refuses(&own, &Manner::Plain, false));
        assert!(!refuses(&out, &tls, false));
    }
}
