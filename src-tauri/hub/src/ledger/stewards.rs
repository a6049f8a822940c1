//! The people who may look at the hub's web page, and their sessions.

use super::error::Result;
use super::param::params;
use super::scope::Province;
use super::tx::Tx;

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub name: String,
    /// Every form that changes something carries it.
    pub csrf: String,
}

/// Adds a steward or gives one a new password, which ends the sessions.
pub async fn set(tx: &mut Tx<Province>, name: &str, password: &str, now: i64) -> Result<()> {
    let sql = "insert into steward (name, password, created_at) values ($1, $2, $3)
        on conflict (name) do update set password = excluded.password";
    tx.execute(sql, params![name, password, now]).await?;
    tx.execute("delete from steward_session where name = $1", params![name]).await?;
    Ok(())
}

/// The names of all stewards.
pub async fn list(tx: &mut Tx<Province>) -> Result<Vec<String>> {
    tx.rows("select name from steward order by name", &[]).await?.iter().map(|row| row.text(0)).collect()
}

/// Removes a steward with all sessions; whether there was one.
pub async fn remove(tx: &mut Tx<Province>, name: &str) -> Result<bool> {
    tx.execute("delete from steward_session where name = $1", params![name]).await?;
    Ok(tx.execute("delete from steward where name = $1", params![name]).await? == 1)
}

/// The Argon2id string of a steward's password.
pub async fn password(tx: &mut Tx<Province>, name: &str) -> Result<Option<String>> {
    tx.row("select password from steward where name = $1", params![name]).await?.map(|row| row.text(0)).transpose()
}

/// Opens a session and forgets those that ended.
pub async fn open(
    tx: &mut Tx<Province>,
    token_hash: &[u8; 32],
    session: &Session,
    now: i64,
    expires_at: i64,
) -> Result<()> {
    tx.execute("delete from steward_session where expires_at <= $1", params![now]).await?;
    let sql = "insert into steward_session (token_hash, name, csrf, expires_at) values ($1, $2, $3, $4)
        on conflict do nothing";
    tx.execute(sql, params![token_hash, session.name.as_str(), session.csrf.as_str(), expires_at]).await?;
    Ok(())
}

/// The session of a token, if it lasts.
pub async fn session(tx: &mut Tx<Province>, token_hash: &[u8; 32], now: i64) -> Result<Option<Session>> {
    let sql = "select name, csrf from steward_session where token_hash = $1 and expires_at > $2";
    let row = tx.row(sql, params![token_hash, now]).await?;
    row.map(|row| Ok(Session { name: row.text(0)?, csrf: row.text(1)? })).transpose()
}

/// Ends a session.
pub async fn close(tx: &mut Tx<Province>, token_hash: &[u8; 32]) -> Result<()> {
    tx.execute("delete from steward_session where token_hash = $1", params![token_hash]).await?;
    Ok(())
}
