//! Keeping the file: `backup`, `restore`, `verify`, `acts`.

use crate::{
    exit::{Failure, Outcome},
    place::{Place, passphrase},
};
use balai_domain::{
    office,
    people::restore,
    store::{backup as backups, undo, verify as proofs},
};
use serde_json::json;
use std::path::Path;

/// Writes a backup.
pub async fn backup(place: &Place, file: &Path) -> Outcome {
    let held = place.open().await?;
    let head = backups::write(&held.store, file, place.now()).await?;
    held.store.close().await;
    place.answer(&json!({ "file": file, "made_at": head.made_at, "length": head.length }), || {
        format!("Cadangan ditulis: {}", file.display())
    })
}

/// Goes back to a backup.
pub async fn restore(place: &Place, file: &Path) -> Outcome {
    let _hold = place.hold()?;
    backups::read_head(file)?;
    let passphrase = passphrase("Frasa sandi cadangan: ")?;
    let ready = restore::make_ready(file, place.folder(), &passphrase, None, place.now()).await?;
    let erased = ready.erased;
    ready.take_place(place.now())?;
    place.answer(&json!({ "folder": place.folder(), "erased_again": erased }), || {
        let back =
            format!("Cadangan dipulihkan ke {}; berkas lama disisihkan di folder set-aside.", place.folder().display());
        match erased {
            Some(count) if count > 0 => format!("{back}\nData {count} orang yang sudah dihapus dihapus kembali."),
            _ => back,
        }
    })
}

/// Proves the file.
pub async fn verify(place: &Place) -> Outcome {
    let store = place.open_to_read().await?;
    let proof = proofs::verify(&mut *store.read().await?, balai_domain::TABLES).await?;
    place.answer(&proof, || {
        if proof.problems.is_empty() {
            format!("Utuh: {} baris sama dengan {} catatan perubahan.", proof.rows, proof.entries)
        } else {
            proof.problems.join("\n")
        }
    })?;
    if proof.problems.is_empty() { Ok(()) } else { Err(Failure::Damaged) }
}

/// The last acts of an officer, or of the command line.
pub async fn acts(place: &Place, officer: Option<String>) -> Outcome {
    let store = place.open_to_read().await?;
    let mut connection = store.read().await?;
    let actor = match officer {
        None => None,
        Some(name) => {
            let officers = office::officers(&mut connection).await?;
            let found = officers.into_iter().find(|officer| officer.username == name);
            Some(found.ok_or_else(|| Failure::refused("store", "not_found"))?.id.uuid())
        }
    };
    let acts = undo::acts(&mut connection, actor).await?;
    place.answer(&acts, || {
        let line = |act: &undo::PastAct| {
            let back = if act.undone_by.is_some() { "  (diurungkan)" } else { "" };
            let when = act.at.format("%Y-%m-%d %H:%M");
            format!(
                "{:>6}  {when}  {}  {} baris{back}",
                act.n,
                balai_paperwork::words::word("verb", &act.verb),
                act.entries
            )
        };
        acts.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}
