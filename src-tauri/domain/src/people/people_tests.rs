//! People end to end: registering, finding, merging, erasing, on a real encrypted file.

use super::{detail, draft::PersonDraft, duplicate, erase, find, list, merge, person::Person, register};
use crate::{
    base::{id::Id, sex::Sex},
    store::{Error, Store, testing::*},
};

/// Siti, born 1 January 1999, registered in Tarumajaya.
pub(crate) fn siti() -> PersonDraft {
    PersonDraft {
        full_name: "Siti Aminah".into(),
        nik: "3216 0141 0199 0001".into(),
        birth_place: "Bekasi".into(),
        birth_on: "1999-01-01".parse().ok(),
        sex: Some(Sex::Female),
        phone: "0812-3456-7890".into(),
        ..PersonDraft::default()
    }
}

pub(crate) async fn saved(store: &Store, draft: &PersonDraft) -> Id<Person> {
    let mut work = begin(store, "person_register").await;
    let (id, _) = register::save(&mut work, draft).await.expect("saved");
    work.commit().await.expect("committed");
    id
}

async fn refusal(store: &Store, draft: &PersonDraft) -> (String, Vec<String>) {
    let mut work = begin(store, "person_register").await;
    match register::save(&mut work, draft).await.expect_err("refused") {
        Error::Refused(refusal) => (refusal.code, refusal.params.into_values().collect()),
        fault => panic!("{fault}"),
    }
}

async fn names(store: &Store, text: &str) -> Vec<String> {
    let query = find::SearchQuery { text: text.into() };
    let hits = find::search(&mut store.read().await.expect("reader"), &query).await.expect("search");
    hits.into_iter().map(|hit| hit.full_name).collect()
}

#[tokio::test]
async fn a_person_is_found_by_any_spelling_number_or_phone() {
    let (_folder, store) = an_office().await;
    saved(&store, &siti()).await;
    let other = PersonDraft {
        full_name: "Muhammad Yusuf Hidayat".into(),
        nik: "3216011708950001".into(),
        birth_on: "1995-08-17".parse().ok(),
        sex: Some(Sex::Male),
        phone: "0857 1111 2222".into(),
        ..PersonDraft::default()
    };
    saved(&store, &other).await;
    for text in ["siti", "sit am", "AMINAH SITI", "3216014101", "0812-3456", "62812345", "siti aminh"] {
        assert_eq!(names(&store, text).await, ["Siti Aminah"], "{text}");
    }
    for text in ["Muh. Jusuf", "mohamad hidajat", "joesoef", "yusup hidayat"] {
        assert_eq!(names(&store, text).await, ["Muhammad Yusuf Hidayat"], "{text}");
    }
    assert!(names(&store, "9999").await.is_empty() && names(&store, "  ").await.is_empty());
}

#[tokio::test]
async fn errors_refuse_and_warnings_want_a_note() {
    let (_folder, store) = an_office().await;
    let short = PersonDraft { nik: "321601410199".into(), ..siti() };
    assert_eq!(refusal(&store, &short).await, ("invalid".into(), vec!["nik_length".into(), "nik".into()]));
    let differs = PersonDraft { birth_on: "1999-02-01".parse().ok(), ..siti() };
    assert_eq!(refusal(&store, &differs).await.0, "nik_note_missing");
    saved(&store, &PersonDraft { nik_note: "Tanggal dibetulkan pengadilan".into(), ..differs }).await;
    assert_eq!(refusal(&store, &siti()).await, ("nik_taken".into(), vec!["Siti Aminah".into()]));
}

#[tokio::test]
async fn the_sixteenth_digit_suggests_and_knows() {
    let (_folder, store) = an_office().await;
    let id = saved(&store, &siti()).await;
    let mut reader = store.read().await.expect("reader");
    let today = noon().date_naive();
    let hint = register::suggest(&mut reader, "3216014101990001", today).await.expect("read").expect("well formed");
    assert_eq!(hint.birth_on.map(|day| day.to_string()).as_deref(), Some("1999-01-01"));
    assert_eq!(hint.facts.sex, Sex::Female);
    assert!(hint.region.expect("region").contains("Tarumajaya"));
    assert_eq!(hint.known.expect("known").id, id);
    assert!(register::suggest(&mut reader, "321601410199000", today).await.expect("read").is_none());
}

#[tokio::test]
async fn a_merge_keeps_one_and_an_unmerge_brings_both_back() {
    let (_folder, store) = an_office().await;
    let first = saved(&store, &siti()).await;
    let twin = PersonDraft {
        full_name: "Siti Aminah Lubis".into(),
        nik: String::new(),
        nik_note: "KTP menyusul".into(),
        email: "siti@contoh.id".into(),
        ..siti()
    };
    // A minute later, so that the first row is the older one.
    let at = noon() + chrono::TimeDelta::minutes(1);
    let mut work = store.begin(crate::store::Act { at, ..an_act("person_register") }).await.expect("work");
    let (second, _) = register::save(&mut work, &twin).await.expect("saved");
    work.commit().await.expect("committed");
    let pairs = duplicate::work_list(&mut store.read().await.expect("reader")).await.expect("pairs");
    assert_eq!(pairs.len(), 1);
    assert!(pairs[0].score >= 70 && !pairs[0].reasons.is_empty());
    let mut work = begin(&store, "person_merge").await;
    let choice = merge::MergeChoice { a: first, b: second, from_b: vec!["email".into()], reasons: vec![] };
    let record = merge::merge(&mut work, choice).await.expect("merged");
    work.commit().await.expect("committed");
    assert_eq!(names(&store, "siti").await, ["Siti Aminah"]);
    let followed = detail::detail(&mut store.read().await.expect("reader"), second).await.expect("followed");
    assert_eq!((followed.draft.id, followed.draft.email.as_str()), (Some(first), "siti@contoh.id"));
    // Something else is corrected in between: it stays.
    saved(&store, &PersonDraft { id: Some(first), email: "siti@contoh.id".into(), note: "rajin".into(), ..siti() })
        .await;
    let mut work = begin(&store, "person_unmerge").await;
    assert!(merge::unmerge(&mut work, record).await.expect("unmerged").kept.is_empty());
    work.commit().await.expect("committed");
    assert_eq!(names(&store, "siti").await.len(), 2);
    let back = detail::detail(&mut store.read().await.expect("reader"), first).await.expect("there");
    assert_eq!((back.draft.email.as_str(), back.draft.note.as_str()), ("", "rajin"));
}

#[tokio::test]
async fn a_pair_told_apart_is_not_shown_again() {
    let (_folder, store) = an_office().await;
    let first = saved(&store, &siti()).await;
    let twin = PersonDraft { nik: String::new(), nik_note: "belum ada".into(), ..siti() };
    let second = saved(&store, &twin).await;
    let mut work = begin(&store, "duplicate_apart").await;
    merge::tell_apart(&mut work, second, first, None).await.expect("noted");
    work.commit().await.expect("committed");
    assert!(duplicate::work_list(&mut store.read().await.expect("reader")).await.expect("pairs").is_empty());
}

#[tokio::test]
async fn an_erased_person_is_nowhere_in_rows_log_or_search() {
    let (_folder, store) = an_office().await;
    let draft = PersonDraft { full_name: "Zubaidah Qomariyah".into(), note: "catatan-rahasia".into(), ..siti() };
    let id = saved(&store, &draft).await;
    let mut work = begin(&store, "person_erase").await;
    erase::erase(&mut work, id, "permintaan pemilik data").await.expect("erased");
    work.commit().await.expect("committed");
    assert!(names(&store, "zubaidah").await.is_empty());
    let mut reader = store.read().await.expect("reader");
    for sql in [
        "select count(*) from person where full_name like '%baidah%' or nik is not null or note is not null",
        "select count(*) from change_log where instr(cells, cast('catatan-rahasia' as blob)) or instr(cells, cast('Zubaidah' as blob))",
        "select count(*) from change_log where prior is not null and instr(prior, cast('Zubaidah' as blob))",
        "select count(*) from person_word",
    ] {
        let left: i64 = sqlx::query_scalar(sql).fetch_one(&mut *reader).await.expect("count");
        assert_eq!(left, 0, "{sql}");
    }
    assert_eq!(erase::register(&mut reader).await.expect("register").len(), 1);
    let acts = crate::store::undo::acts(&mut reader, None).await.expect("acts");
    let gone: Vec<_> = acts.iter().filter(|act| act.erased).map(|act| act.verb.as_str()).collect();
    assert_eq!(gone, ["person_erase", "person_register"], "the registration cannot be taken back any more");
    assert!(detail::detail(&mut reader, id).await.is_err());
}

#[tokio::test]
async fn the_register_is_seen_as_it_was_on_a_day() {
    let (_folder, store) = an_office().await;
    let id = saved(&store, &siti()).await;
    let later = noon() + chrono::TimeDelta::days(30);
    let mut work = store.begin(crate::store::Act { at: later, ..an_act("person_correct") }).await.expect("work");
    register::save(&mut work, &PersonDraft { id: Some(id), full_name: "Siti Aminah Nasution".into(), ..siti() })
        .await
        .expect("saved");
    work.commit().await.expect("committed");
    let mut query = list::PeopleQuery {
        sex: Some(Sex::Female),
        education: None,
        employment: None,
        region: None,
        disability: None,
        from: None,
        to: None,
        as_of: None,
        sort: list::PeopleSort::Name,
        descending: false,
        offset: 0,
        count: 10,
    };
    let mut reader = store.read().await.expect("reader");
    let page = list::list(&mut reader, &query).await.expect("now");
    assert_eq!((page.total, page.rows[0].full_name.as_str()), (1, "Siti Aminah Nasution"));
    assert_eq!(page.rows[0].nik_masked.as_deref(), Some("3216••••••••0001"));
    query.as_of = Some(noon() + chrono::TimeDelta::days(1));
    assert_eq!(list::list(&mut reader, &query).await.expect("then").rows[0].full_name, "Siti Aminah");
    query.as_of = Some(noon() - chrono::TimeDelta::days(1));
    assert_eq!(list::list(&mut reader, &query).await.expect("before").total, 0);
}

#[tokio::test]
async fn a_dossier_holds_the_row_the_story_and_notes_who_asked() {
    let (_folder, store) = an_office().await;
    let id = saved(&store, &siti()).await;
    let officer = crate::office::officers(&mut store.read().await.expect("reader")).await.expect("officers")[0].id;
    let mut work = begin(&store, "person_export").await;
    let dossier =
        super::dossier::gather(&mut work, crate::TABLES, id, Some(officer), "diminta pemilik").await.expect("all");
    work.commit().await.expect("committed");
    let own = dossier.rows.iter().find(|row| row.table == "person").expect("own row");
    assert!(own.cells.contains(&("nik".into(), "3216014101990001".into())));
    assert!(dossier.rows.iter().any(|row| row.table == "disclosure"));
    assert!(!dossier.changes.is_empty());
}
