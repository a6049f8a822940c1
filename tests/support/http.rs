//! JSON over HTTP to a program on this machine: as much as WebDriver needs.

use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The longest that one command of the driver may take; opening the desk on a busy machine is one command.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends one request and answers the body's `value`, or the reason why there is none.
pub fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let explain = |error: std::io::Error| format!("{method} {path}: {error}");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(explain)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(explain)?;
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(explain)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(explain)?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("{method} {path}: no answer"))?;
    let mut body: Value = serde_json::from_str(body).map_err(|e| format!("{method} {path}: {e} in {body:.200}"))?;
    let value = body["value"].take();
    if head.split(' ').nth(1) == Some("200") {
        return Ok(value);
    }
    let of = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    Err(format!("{} ({})", of("error"), of("message")))
}
