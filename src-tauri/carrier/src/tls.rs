//! TLS for a PC whose clock cannot be trusted: the certificate is judged at the latest of three times, when this
//! program was built, what the hub last signed, what the PC shows.

use crate::failure::Failure;
use rustls_native_certs::load_native_certs;
use std::{sync::Arc, time::Duration};
use tokio::net::TcpStream;
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
        time_provider::{DefaultTimeProvider, TimeProvider},
    },
};

/// 1 November 2026: no certificate of a hub is younger than the protocol.
const BUILT: u64 = 1_793_491_200;

/// A PEM file with the certificate of the province's own authority, for hubs that public ones do not know.
const OWN_ROOTS: &str = "BALAI_HUB_CA";

#[derive(Debug)]
struct Latest {
    told: Duration,
}

impl TimeProvider for Latest {
    fn current_time(&self) -> Option<UnixTime> {
        let shown = DefaultTimeProvider.current_time().map_or(0, |time| time.as_secs());
        Some(UnixTime::since_unix_epoch(Duration::from_secs(shown.max(BUILT)).max(self.told)))
    }
}

/// Puts TLS on a connection. `hub_time` is in milliseconds.
pub async fn wrap(tcp: TcpStream, host: &str, hub_time: u64) -> Result<TlsStream<TcpStream>, Failure> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(load_native_certs().certs);
    if let Some(file) = std::env::var_os(OWN_ROOTS) {
        let own = CertificateDer::pem_file_iter(file).map_err(|_| Failure::Certificate)?;
        roots.add_parsable_certificates(own.flatten());
    }
    let time = Arc::new(Latest { told: Duration::from_millis(hub_time) });
    let config = ClientConfig::builder_with_details(Arc::new(ring::default_provider()), time)
        .with_safe_default_protocol_versions()
        .map_err(|_| Failure::Certificate)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|_| Failure::Address)?;
    TlsConnector::from(Arc::new(config)).connect(name, tcp).await.map_err(|_| Failure::Certificate)
}
