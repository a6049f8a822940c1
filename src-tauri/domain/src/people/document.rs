//! Papers of a person (*berkas*): which are there, who saw the original and when, and their scans.

use super::{
    attachment, papers_store,
    person::Person,
    register::{PersonRefusal, office_day, present},
    scan::Scan,
};
use crate::{
    base::{id::Id, text::filled, word::Word},
    office::Officer,
    store::{Result, SqliteConnection, Work},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use ts_rs::TS;

words! {
    /// Kind of paper (*jenis berkas*).
    pub enum DocumentKind {
        /// *KTP-el*.
        IdentityCard = "KTP",
        /// *Kartu keluarga*.
        FamilyCard = "KK",
        /// *Kartu identitas anak*, under 17.
        ChildCard = "KIA",
        /// *Ijazah terakhir*.
        SchoolCertificate = "IJAZAH",
        /// *Pas foto 3 × 4*.
        Photo = "FOTO",
        /// *Kartu AK/I*.
        SeekerCard = "AK1",
        /// *Surat keterangan sehat*.
        HealthLetter = "SURAT_SEHAT",
        /// *Surat pernyataan*.
        Statement = "SURAT_PERNYATAAN",
        /// *Sertifikat pelatihan atau kompetensi*; there may be several.
        Certificate = "SERTIFIKAT",
        /// Anything else; there may be several.
        Other = "LAINNYA",
    }
}

impl DocumentKind {
    /// Whether a person may have more than one.
    pub fn repeats(self) -> bool {
        matches!(self, DocumentKind::Certificate | DocumentKind::Other)
    }

    /// The kinds of a list such as `KTP,IJAZAH,FOTO`; unknown words are passed over.
    pub fn list(text: &str) -> Vec<DocumentKind> {
        text.split(',').filter_map(|code| DocumentKind::parse(code.trim())).collect()
    }
}

table! {
    /// One paper of one person.
    pub struct Document = 12 "document" {
        /// Whose.
        1 A person_id: Id<Person>,
        /// Which paper.
        2 A kind: DocumentKind,
        /// Its number, if it has one.
        3 A number: Option<String>,
        /// The day on which an officer saw the original.
        4 A original_seen_on: Option<NaiveDate>,
        /// Which officer.
        5 A seen_by: Option<Id<Officer>>,
        /// The scan, by the hash of its bytes.
        6 A scan_hash: Option<String>,
        /// The scan's file name, as it came.
        7 A scan_name: Option<String>,
        /// A remark.
        8 A note: Option<String>,
        /// Taken out since.
        9 A retired_at: Option<DateTime<Utc>>,
    }
}

/// A paper as typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DocumentDraft {
    /// `None`: a new one, or the one of its kind that is there.
    pub id: Option<Id<Document>>,
    /// Whose.
    pub person_id: Id<Person>,
    /// Which paper.
    pub kind: DocumentKind,
    /// Its number.
    pub number: String,
    /// A remark.
    pub note: String,
    /// The original was seen; officer and day are noted at the first tick.
    pub original_seen: bool,
}

refusals! {
    "document" =>
    /// What keeps a paper from being stored.
    DocumentRefusal {
        /// The paper is gone, or another person's.
        NotFound => "not_found",
    }
}

/// The papers of a person, in the order of their kinds.
pub async fn documents(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Document>> {
    papers_store::documents(connection, person).await
}

/// Stores a paper's particulars. Refuses `document.not_found`, `people.not_found`, `people.restricted`.
pub async fn save(work: &mut Work, draft: DocumentDraft) -> Result<Id<Document>> {
    let at = work.at();
    let today = office_day(work, at).await?;
    if present(work, draft.person_id).await?.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    let mut there = documents(work.reads(), draft.person_id).await?.into_iter();
    let stored = match draft.id {
        Some(id) => Some(there.find(|document| document.id == id).ok_or(DocumentRefusal::NotFound)?),
        None => there.find(|document| document.kind == draft.kind && !draft.kind.repeats()),
    };
    let document = Document {
        id: stored.as_ref().map_or_else(|| work.id(), |document| document.id),
        person_id: stored.as_ref().map_or(draft.person_id, |document| document.person_id),
        kind: draft.kind,
        number: filled(&draft.number),
        note: filled(&draft.note),
        original_seen_on: stored.as_ref().and_then(|document| document.original_seen_on),
        seen_by: stored.as_ref().and_then(|document| document.seen_by),
        scan_hash: stored.as_ref().and_then(|document| document.scan_hash.clone()),
        scan_name: stored.and_then(|document| document.scan_name),
        retired_at: None,
    };
    let document = seen(document, draft.original_seen, today, work.actor());
    work.put(&document).await?;
    work.about(document.person_id).await?;
    Ok(document.id)
}

/// The first tick stands: who looked, and when, is not overwritten by a later save.
fn seen(mut document: Document, seen: bool, today: NaiveDate, officer: Option<Id<Officer>>) -> Document {
    if !seen {
        document.original_seen_on = None;
        document.seen_by = None;
    } else if document.original_seen_on.is_none() {
        document.original_seen_on = Some(today);
        document.seen_by = officer;
    }
    document
}

/// Puts a scan to a paper, in place of the one before, or with `None` takes it away.
pub async fn attach(work: &mut Work, id: Id<Document>, scan: Option<(&Scan, &str)>) -> Result<()> {
    let mut document = live(work, id).await?;
    (document.scan_hash, document.scan_name) = match scan {
        Some((scan, name)) => (Some(attachment::keep(work, scan.mime, &scan.bytes).await?), filled(name)),
        None => (None, None),
    };
    work.put(&document).await?;
    work.about(document.person_id).await
}

/// Takes a paper out.
pub async fn retire(work: &mut Work, id: Id<Document>) -> Result<()> {
    let mut document = live(work, id).await?;
    document.retired_at = Some(work.at());
    work.put(&document).await?;
    work.about(document.person_id).await
}

async fn live(work: &mut Work, id: Id<Document>) -> Result<Document> {
    let document = work.get(id).await?.filter(|document| document.retired_at.is_none());
    let document = document.ok_or(DocumentRefusal::NotFound)?;
    if present(work, document.person_id).await?.restricted_at.is_some() {
        return Err(PersonRefusal::Restricted.into());
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        people::testing::{a_person, refused},
        store::{Act, testing::*},
    };

    fn a_draft(person_id: Id<Person>, kind: DocumentKind) -> DocumentDraft {
        DocumentDraft { id: None, person_id, kind, number: String::new(), note: String::new(), original_seen: false }
    }

    #[tokio::test]
    async fn the_tick_names_the_officer_and_the_day_and_a_later_save_keeps_them() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let by = |officer: u128, days: i64| Act {
            verb: "document_save",
            actor: Some(uuid::Uuid::from_u128(officer)),
            at: noon() + chrono::TimeDelta::days(days),
        };
        let mut work = store.begin(by(1, 0)).await.expect("work");
        let tick = |original_seen, number: &str| DocumentDraft {
            original_seen,
            number: number.into(),
            ..a_draft(person, DocumentKind::SchoolCertificate)
        };
        let id = save(&mut work, tick(true, "")).await.expect("saved");
        work.commit().await.expect("commit");
        let mut work = store.begin(by(2, 3)).await.expect("work");
        assert_eq!(save(&mut work, tick(true, "DN-02 123")).await.expect("saved"), id);
        let document: Document = work.get(id).await.expect("get").expect("there");
        assert_eq!(document.original_seen_on, Some("2026-11-24".parse().expect("a day")));
        assert_eq!(document.seen_by, Some(Id::from(uuid::Uuid::from_u128(1))));
        save(&mut work, tick(false, "DN-02 123")).await.expect("saved");
        let document: Document = work.get(id).await.expect("get").expect("there");
        assert_eq!((document.original_seen_on, document.seen_by), (None, None));
        assert_eq!(document.number.as_deref(), Some("DN-02 123"));
    }

    #[tokio::test]
    async fn one_identity_card_but_many_certificates() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let mut work = begin(&store, "document_save").await;
        for kind in [DocumentKind::Certificate, DocumentKind::IdentityCard] {
            save(&mut work, a_draft(person, kind)).await.expect("saved");
            save(&mut work, a_draft(person, kind)).await.expect("saved");
        }
        let kinds = documents(work.reads(), person).await.expect("list").iter().map(|d| d.kind).collect::<Vec<_>>();
        assert_eq!(kinds, [DocumentKind::IdentityCard, DocumentKind::Certificate, DocumentKind::Certificate]);
    }

    #[tokio::test]
    async fn a_scan_is_attached_replaced_and_a_paper_taken_out() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let mut work = begin(&store, "document_attach").await;
        let id = save(&mut work, a_draft(person, DocumentKind::FamilyCard)).await.expect("saved");
        let scan = Scan { mime: "application/pdf", bytes: b"%PDF-1.7".to_vec() };
        attach(&mut work, id, Some((&scan, "kk siti.pdf"))).await.expect("attached");
        let document: Document = work.get(id).await.expect("get").expect("there");
        let read = attachment::read(work.reads(), &document.scan_hash.expect("a scan")).await.expect("read");
        assert_eq!(read.expect("kept").bytes, scan.bytes);
        retire(&mut work, id).await.expect("taken out");
        assert!(documents(work.reads(), person).await.expect("list").is_empty());
        assert_eq!(refused(attach(&mut work, id, None).await), "document.not_found");
    }

    #[tokio::test]
    async fn nothing_is_added_for_a_person_whose_data_is_restricted() {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |_| ()).await;
        let mut work = begin(&store, "document_save").await;
        super::super::register::restrict(&mut work, person, true).await.expect("restricted");
        let draft = a_draft(person, DocumentKind::Photo);
        assert_eq!(refused(save(&mut work, draft).await), "people.restricted");
    }
}
