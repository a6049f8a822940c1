//! The line to a hub: one connection over which questions go one after the other. It is opened again when it breaks.

use crate::{failure::Failure, tls};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{
    Method, Request,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
    header::{CONTENT_LENGTH, HOST, RETRY_AFTER, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use std::{pin::Pin, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};

/// The longest that one question may take: a frame of 64 KiB at 1 kB/s.
const PATIENCE: Duration = Duration::from_secs(90);
const CONNECTING: Duration = Duration::from_secs(20);
/// Bytes of the largest answer.
const MOST: usize = 8 * 1024 * 1024;
const AGENT: &str = concat!("balai/", env!("CARGO_PKG_VERSION"));

trait Stream: AsyncRead + AsyncWrite + Send {}
impl<T: AsyncRead + AsyncWrite + Send> Stream for T {}

/// Where a hub is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    host: String,
    port: u16,
    secure: bool,
}

impl Address {
    /// From `https://hub.example.go.id`, with or without a port; without a scheme it is https. Plain http is taken for
    /// this PC and the office's own net only.
    pub fn read(text: &str) -> Result<Address, Failure> {
        let text = text.trim().trim_end_matches('/');
        let (secure, rest) = match text.split_once("://") {
            Some(("https", rest)) => (true, rest),
            Some(("http", rest)) => (false, rest),
            Some(_) => return Err(Failure::Address),
            None => (true, text),
        };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| Failure::Address)?),
            None => (rest, if secure { 443 } else { 80 }),
        };
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        if host.is_empty() || !host.chars().all(known) || !(secure || near(host)) {
            return Err(Failure::Address);
        }
        Ok(Address { host: host.to_owned(), port, secure })
    }

    /// In its one form.
    pub fn text(&self) -> String {
        let (scheme, usual) = if self.secure { ("https", 443) } else { ("http", 80) };
        if self.port == usual {
            format!("{scheme}://{}", self.host)
        } else {
            format!("{scheme}://{}:{}", self.host, self.port)
        }
    }
}

/// This PC, or an address of a private net.
fn near(host: &str) -> bool {
    host == "localhost"
        || host.parse().is_ok_and(|ip: std::net::Ipv4Addr| ip.is_loopback() || ip.is_private() || ip.is_link_local())
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers asked for, by name.
    pub headers: hyper::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Seconds that the hub asks to wait.
    pub fn retry_after(&self) -> Option<u64> {
        self.headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()
    }
}

/// An open line.
pub struct Line {
    address: Address,
    hub_time: u64,
    open: Option<SendRequest<Full<Bytes>>>,
}

impl Line {
    /// A line that is opened by the first question. `hub_time` is the latest time the hub has told: a PC whose clock
    /// has died still believes certificates of the present.
    pub fn new(address: Address, hub_time: u64) -> Line {
        Line { address, hub_time, open: None }
    }

    /// Asks once. Headers are name and value.
    pub async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&'static str, String)],
        body: Vec<u8>,
    ) -> Result<Answer, Failure> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, format!("{}:{}", self.address.host, self.address.port))
            .header(USER_AGENT, AGENT)
            .header(CONTENT_LENGTH, body.len());
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(Full::new(Bytes::from(body))).map_err(|_| Failure::Address)?;
        let mut sender = match self.open.take().filter(|sender| sender.is_ready()) {
            Some(sender) => sender,
            None => self.connect().await?,
        };
        let answer = timeout(PATIENCE, async {
            let reply = sender.send_request(request).await.map_err(|_| Failure::Cut)?;
            let (head, body) = reply.into_parts();
            let body = Limited::new(body, MOST).collect().await.map_err(|_| Failure::Cut)?.to_bytes().to_vec();
            Ok::<Answer, Failure>(Answer { status: head.status.as_u16(), headers: head.headers, body })
        })
        .await
        .map_err(|_| Failure::Slow)??;
        if sender.ready().await.is_ok() {
            self.open = Some(sender);
        }
        Ok(answer)
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, Failure> {
        let stream = timeout(CONNECTING, self.stream()).await.map_err(|_| Failure::Unreachable)??;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| Failure::Cut)?;
        // It ends with the sender.
        tokio::spawn(connection);
        Ok(sender)
    }

    async fn stream(&self) -> Result<Pin<Box<dyn Stream>>, Failure> {
        let tcp = TcpStream::connect((self.address.host.as_str(), self.address.port))
            .await
            .map_err(|_| Failure::Unreachable)?;
        let _ = tcp.set_nodelay(true);
        if !self.address.secure {
            return Ok(Box::pin(tcp));
        }
        Ok(Box::pin(tls::wrap(tcp, &self.address.host, self.hub_time).await?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_type_it() {
        let same = |typed: &str, told: &str| assert_eq!(Address::read(typed).expect(typed).text(), told);
        same("hub.jabarprov.go.id", "https://hub.jabarprov.go.id");
        same(" https://hub.jabarprov.go.id:8443/ ", "https://hub.jabarprov.go.id:8443");
        same("http://127.0.0.1:9000", "http://127.0.0.1:9000");
        same("http://192.168.1.5", "http://192.168.1.5");
    }

    #[test]
    fn nothing_goes_unsealed_over_the_internet() {
        for typed in ["http://hub.example.go.id", "http://8.8.8.8", "ftp://10.0.0.1", "", "https://", "a b"] {
            assert!(Address::read(typed).is_err(), "{typed}");
        }
    }
}
