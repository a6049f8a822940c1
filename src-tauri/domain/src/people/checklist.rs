//! Which papers are still missing (*kelengkapan berkas*).

use super::{
    document::{Document, DocumentKind, documents},
    person::Person,
};
use crate::{
    base::dates::age_on,
    office::setting,
    store::{Result, SqliteConnection},
};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// One line of the check-list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChecklistItem {
    /// The paper that is asked for.
    pub kind: DocumentKind,
    /// Papers that do as well; the asked one is the first.
    pub accepts: Vec<DocumentKind>,
    /// The paper that is there, the best one when several do.
    pub document: Option<Document>,
    /// An officer saw the original.
    pub seen: bool,
    /// A scan is there.
    pub scanned: bool,
}

/// The required papers of a person as of `today`.
pub async fn checklist(
    connection: &mut SqliteConnection,
    person: &Person,
    required: &[DocumentKind],
    today: NaiveDate,
) -> Result<Vec<ChecklistItem>> {
    let card_age = setting::number(connection, "ktp.age_min", today).await?;
    let has_card = person.birth_on.is_none_or(|birth| i64::from(age_on(birth, today)) >= card_age);
    let there = documents(connection, person.id).await?;
    Ok(check_off(&there, required, has_card))
}

/// Checks papers off a list. Who is too young for an identity card shows the family card or the child's card.
fn check_off(there: &[Document], required: &[DocumentKind], has_card: bool) -> Vec<ChecklistItem> {
    let line = |kind: &DocumentKind| {
        let accepts = match kind {
            DocumentKind::IdentityCard if !has_card => {
                vec![DocumentKind::FamilyCard, DocumentKind::ChildCard, DocumentKind::IdentityCard]
            }
            kind => vec![*kind],
        };
        let fits = there.iter().filter(|document| accepts.contains(&document.kind));
        let document = fits.max_by_key(|document| (document.original_seen_on.is_some(), document.scan_hash.is_some()));
        ChecklistItem {
            kind: accepts[0],
            seen: document.is_some_and(|document| document.original_seen_on.is_some()),
            scanned: document.is_some_and(|document| document.scan_hash.is_some()),
            document: document.cloned(),
            accepts,
        }
    };
    let mut lines: Vec<ChecklistItem> = required.iter().map(line).collect();
    // Asked for KTP and KK, a child shows the family card once.
    let mut met = Vec::new();
    lines.retain(|line| {
        !met.contains(&line.kind) && {
            met.push(line.kind);
            true
        }
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::{
        super::{document, testing::a_person},
        *,
    };
    use crate::store::{open::get, testing::*};
    use DocumentKind::{ChildCard, FamilyCard, IdentityCard, Photo, SchoolCertificate};

    async fn lines(born: &str, there: &[(DocumentKind, bool)], required: &[DocumentKind]) -> Vec<(DocumentKind, bool)> {
        let (_folder, store) = an_office().await;
        let person = a_person(&store, |draft| {
            draft.birth_on = born.parse().ok();
            draft.nik_note = "KTP belum sesuai akta".into();
            draft.guardian_name = "Ibu Wati".into();
        })
        .await;
        let mut work = begin(&store, "document_save").await;
        for (kind, original_seen) in there {
            let (number, note) = (String::new(), String::new());
            let (person_id, kind, original_seen) = (person, *kind, *original_seen);
            let draft = document::DocumentDraft { id: None, person_id, kind, number, note, original_seen };
            document::save(&mut work, draft).await.expect("saved");
        }
        let person: Person = get(work.reads(), person).await.expect("get").expect("there");
        let list = checklist(work.reads(), &person, required, noon().date_naive()).await.expect("list");
        list.into_iter().map(|line| (line.kind, line.seen)).collect()
    }

    #[tokio::test]
    async fn a_grown_up_shows_the_identity_card_itself() {
        let found = lines("2009-11-24", &[(FamilyCard, true), (Photo, false)], &[IdentityCard, Photo]).await;
        assert_eq!(found, [(IdentityCard, false), (Photo, false)]);
        let found = lines("1990-02-02", &[(SchoolCertificate, true)], &[SchoolCertificate]).await;
        assert_eq!(found, [(SchoolCertificate, true)]);
    }

    #[tokio::test]
    async fn a_day_short_of_seventeen_the_family_card_or_the_childs_card_will_do() {
        for paper in [FamilyCard, ChildCard, IdentityCard] {
            let found = lines("2009-11-25", &[(paper, true)], &[IdentityCard, Photo]).await;
            assert_eq!(found, [(FamilyCard, true), (Photo, false)], "{paper}");
        }
        assert_eq!(lines("2009-11-25", &[], &[IdentityCard, FamilyCard]).await, [(FamilyCard, false)]);
    }

    #[test]
    fn a_written_list_of_kinds_is_read() {
        assert_eq!(DocumentKind::list("KTP, IJAZAH,XX,"), [IdentityCard, SchoolCertificate]);
    }
}
