//! One window per data folder: a second start rings at the first one's window and ends.
//!
//! Whoever holds the folder writes `balai.door`: a port of this PC and a random word. Only a program of the same
//! person can read the word, so no other can bring the window forward.

use std::{
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    time::Duration,
};

const FILE: &str = "balai.door";
const PATIENCE: Duration = Duration::from_secs(3);

/// Listens in a thread of its own until the program ends; `ring` is called for every right word.
pub fn listen(folder: &Path, ring: impl Fn() + Send + 'static) -> std::io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let word = format!("{}{}", uuid::Uuid::now_v7().simple(), uuid::Uuid::now_v7().simple());
    write_private(&folder.join(FILE), &format!("{} {word}\n", listener.local_addr()?.port()))?;
    std::thread::Builder::new().name("doorbell".into()).spawn(move || {
        for visitor in listener.incoming().flatten() {
            if answer(&visitor, &word).unwrap_or(false) {
                ring();
            }
        }
    })?;
    Ok(())
}

/// Rings at the window that holds the folder. Answers whether it opened.
pub fn ring(folder: &Path) -> bool {
    let Ok(text) = std::fs::read_to_string(folder.join(FILE)) else { return false };
    let Some((port, word)) = text.trim().split_once(' ') else { return false };
    let Ok(port) = port.parse::<u16>() else { return false };
    say(port, word).unwrap_or(false)
}

fn say(port: u16, word: &str) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(&(Ipv4Addr::LOCALHOST, port).into(), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    writeln!(stream, "{word}")?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line.trim() == "open")
}

fn answer(mut visitor: &TcpStream, word: &str) -> std::io::Result<bool> {
    visitor.set_read_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    // A word is short; whoever says more is no desk.
    BufReader::new(std::io::Read::take(visitor, 100)).read_line(&mut line)?;
    let right = line.trim() == word;
    if right {
        writeln!(visitor, "open")?;
    }
    Ok(right)
}

fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn the_right_word_opens_and_a_wrong_one_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!ring(folder.path()), "nobody is there");
        let (rung, heard) = mpsc::channel();
        listen(folder.path(), move || rung.send(()).expect("heard")).expect("listening");
        assert!(ring(folder.path()));
        assert!(heard.recv_timeout(PATIENCE).is_ok());
        let text = std::fs::read_to_string(folder.path().join(FILE)).expect("the door");
        let port = text.split(' ').next().and_then(|port| port.parse().ok()).expect("a port");
        assert!(!say(port, "sesame").unwrap_or(false));
        assert!(heard.try_recv().is_err());
    }
}
