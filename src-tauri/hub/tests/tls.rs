//! The hub over TLS: the files it is given, the versions it speaks. The key in `fixtures` was made for this test.

mod support;

use balai_hub::testing::{On, a_ledger};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

async fn health(address: SocketAddr, trusts: bool) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    if trusts {
        roots
            .add(CertificateDer::from_pem_file(fixture("certificate.pem")).expect("it is there"))
            .expect("it is there");
    }
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("it is there");
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("127.0.0.1").expect("it is there");
    let mut line = TlsConnector::from(Arc::new(config)).connect(name, TcpStream::connect(address).await?).await?;
    line.write_all(b"GET /health HTTP/1.1\r\nhost: hub\r\nconnection: close\r\n\r\n").await?;
    let mut bytes = Vec::new();
    drop(line.read_to_end(&mut bytes).await);
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_trusts_the_certificate_is_answered_over_tls_and_nobody_without_it() {
    let fresh = a_ledger(On::Sqlite).await;
    let serve = |certificate: &str, key: &str| {
        let mut hub = Command::new(env!("CARGO_BIN_EXE_balai-hub"));
        hub.env("BALAI_HUB_DATA", fresh.folder()).env("BALAI_HUB_LEDGER", &fresh.url);
        hub.args(["serve", "--listen", "127.0.0.1:0", "--tls-certificate"]).arg(fixture(certificate));
        hub.arg("--tls-key").arg(fixture(key)).stdout(Stdio::piped()).stderr(Stdio::null());
        hub.spawn().expect("it is there")
    };
    let mut hub = serve("certificate.pem", "key.pem");
    let mut line = String::new();
    BufReader::new(hub.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    let address: SocketAddr = line.trim().parse().expect("what it prints");
    assert!(health(address, true).await.expect("an answer").ends_with("ok"));
    assert!(health(address, false).await.is_err(), "a stranger's certificate");
    let plain = balai_hub::testing::speak(address, "GET", "/health", &[], b"");
    assert!(tokio::spawn(async move { plain.await.status }).await.is_err(), "no plain HTTP on the same port");
    assert!(Command::new("kill").arg(hub.id().to_string()).status().expect("a program").success());
    assert!(hub.wait().expect("a program that ends").success());
    // A key that does not belong to the certificate.
    assert_eq!(serve("certificate.pem", "certificate.pem").wait().expect("a program that ends").code(), Some(6));
}
