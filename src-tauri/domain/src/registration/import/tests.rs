//! The import as a whole, against a real file and the sample workbook.

use super::{
    apply::{self, ImportOptions},
    check::{CheckedFile, DateOrders, Terms, check},
    columns::guess,
    intakes::IntakeChoice,
    made_up::{sheet, workbook},
    plan::{Decision, Decisions, ImportPlan, RowFate, plan},
    report,
    table_finder::{best_table, find_table},
};
use crate::{
    people::{person::Person, region_index::RegionIndex, testing::refused},
    registration::{
        list::{self, ApplicationQuery},
        testing::*,
    },
    store::{Store, testing::*},
};

const SAMPLE: &[u8] = include_bytes!("../../../../../tests/fixtures/pendaftar-office-1500.xlsx");

const HEAD: &str =
    "NO|NAMA LENGKAP|N I K|TEMPAT LAHIR|TGL LAHIR|L/P|PENDIDIKAN TERAKHIR|ALAMAT|NO HP|PROGRAM YANG DIMINATI";

fn today() -> chrono::NaiveDate {
    day("2026-11-24")
}

fn checked(sheet: &super::cell::Sheet, table: &super::table_finder::Table) -> CheckedFile {
    let mapping: Vec<_> = guess(sheet, table, today()).iter().map(|guess| guess.target).collect();
    let terms = Terms { today: today(), home: "", orders: DateOrders::default() };
    check(sheet, table, &mapping, RegionIndex::shared(), &terms)
}

fn the_sample() -> CheckedFile {
    let sheets = workbook(SAMPLE);
    let (place, table) = best_table(&sheets).expect("a table");
    checked(&sheets[place], &table)
}

fn a_file(rows: &[&str]) -> CheckedFile {
    let sheet = sheet(&format!("{HEAD}\n{}", rows.join("\n")));
    let table = find_table(&sheet).expect("a table");
    checked(&sheet, &table)
}

async fn planned(store: &Store, file: &CheckedFile, decisions: &Decisions) -> ImportPlan {
    let mut reader = store.read().await.expect("reader");
    plan(&mut reader, file, &IntakeChoice::default(), decisions, today()).await.expect("plan")
}

/// Imports everything that can be taken; answers the act.
async fn imported(store: &Store, file: &CheckedFile, decisions: &Decisions) -> (apply::ImportDone, i64) {
    let plan = planned(store, file, decisions).await;
    let mut work = begin(store, "import_apply").await;
    let options = ImportOptions { include_doubtful: true, ..ImportOptions::default() };
    let done = apply::apply(&mut work, file, &plan, &options, |_, _| true).await.expect("applied");
    (done, work.commit().await.expect("committed").act)
}

async fn the_person(store: &Store, name: &str) -> Person {
    let mut reader = store.read().await.expect("reader");
    let query = ApplicationQuery { text: name.into(), ..ApplicationQuery::default() };
    let page = list::list(&mut reader, &query).await.expect("list");
    let id = page.rows.first().expect("found").person_id;
    crate::store::open::get(&mut reader, id).await.expect("get").expect("there")
}

async fn how_many(store: &Store) -> i64 {
    list::list(&mut store.read().await.expect("reader"), &ApplicationQuery::default()).await.expect("list").total
}

const SITI: &str = "1|Siti Aminah|3216065205990001|Bekasi|12-05-1999|P|SMA|Jl. Melati 5|081234567890|Barista";
const BUDI: &str = "2|Budi Santoso|3216061001950002|Bekasi|10-01-1995|L|SMK|Jl. Mawar 1|081298765432|Las bawah air";

#[tokio::test]
async fn the_sample_is_planned_as_its_truth_file_says_and_taken_back_by_one_undo() {
    let (_folder, store) = an_office().await;
    let mut work = begin(&store, "intake_save").await;
    let intake = an_intake(&mut work, "Pengelasan SMAW 3F", |_| ()).await;
    work.commit().await.expect("committed");
    let file = the_sample();
    let plan = planned(&store, &file, &Decisions::new()).await;
    let totals = plan.totals;
    assert_eq!((totals.new, totals.doubtful, totals.rejected, totals.update), (1270, 69, 161, 0));
    let welding = plan.programmes.iter().find(|used| used.text == "Pengelasan SMAW 3F").expect("welding");
    assert_eq!(welding.intake_id, Some(intake));
    let (done, act) = imported(&store, &file, &Decisions::new()).await;
    assert_eq!((done.new, done.applications, done.rejected, done.left_out), (1339, 1339, 161, 0));
    let again = planned(&store, &file, &Decisions::new()).await.totals;
    assert_eq!((again.new, again.update, again.same, again.doubtful), (0, 0, 1339, 0));
    store.undo(act, an_act("undo")).await.expect("undone");
    assert_eq!(how_many(&store).await, 0);
    assert_eq!(planned(&store, &file, &Decisions::new()).await.totals, totals);
}

#[tokio::test]
async fn an_import_that_was_taken_back_is_made_again_whole_and_taken_back_again() {
    let (_folder, store) = an_office().await;
    let file = the_sample();
    let (done, act) = imported(&store, &file, &Decisions::new()).await;
    let number = the_person(&store, "Fajar Hasibuan").await;
    let undone = store.undo(act, an_act("act_undo")).await.expect("undone").act;
    assert_eq!(how_many(&store).await, 0);
    let again = store.undo(undone, an_act("act_undo")).await.expect("made again").act;
    assert_eq!(how_many(&store).await, i64::from(done.applications));
    assert_eq!(the_person(&store, "Fajar Hasibuan").await, number);
    // The rows of the second making are the file's, so a new import finds everybody as they are.
    assert_eq!(planned(&store, &file, &Decisions::new()).await.totals.same, done.new);
    store.undo(again, an_act("act_undo")).await.expect("undone");
    assert_eq!(how_many(&store).await, 0);
    store.close().await;
}

#[tokio::test]
async fn an_import_is_not_taken_back_over_a_person_who_was_corrected_since() {
    let (_folder, store) = an_office().await;
    let (done, act) = imported(&store, &the_sample(), &Decisions::new()).await;
    let mut person = the_person(&store, "Fajar Hasibuan").await;
    person.note = Some("Sudah datang".into());
    let mut work = begin(&store, "person_correct").await;
    work.put(&person).await.expect("put");
    let corrected = work.commit().await.expect("committed").act;
    assert_eq!(refused(store.undo(act, an_act("act_undo")).await), "store.changed_since");
    assert_eq!(how_many(&store).await, i64::from(done.applications), "nothing was taken back");
    assert_eq!(the_person(&store, "Fajar Hasibuan").await, person);
    store.undo(corrected, an_act("act_undo")).await.expect("undone");
    store.undo(act, an_act("act_undo")).await.expect("undone");
    assert_eq!(how_many(&store).await, 0);
    store.close().await;
}

#[tokio::test]
async fn a_known_person_gets_what_is_new_and_keeps_what_a_person_must_settle() {
    let (_folder, store) = an_office().await;
    imported(&store, &a_file(&[SITI, BUDI]), &Decisions::new()).await;
    let moved = "1|SITI AMINAH|3216065205990001|Bekasi|12-05-1999|P|SMA|Jl. Kenanga 9|081234567890|Barista";
    let plan = planned(&store, &a_file(&[moved]), &Decisions::new()).await;
    assert_eq!(plan.rows[0].fate, RowFate::Update);
    let fields: Vec<_> = plan.rows[0].differences.iter().map(|found| (found.field.as_str(), found.held)).collect();
    assert_eq!(fields, [("address", false)]);
    let other = "1|Siti Aminah|3216065205990001|Bekasi|12-05-1999|P|S1|Jl. Kenanga 9|081234567890|Barista";
    let file = a_file(&[other]);
    let plan = planned(&store, &file, &Decisions::new()).await;
    assert_eq!(
        (plan.rows[0].fate, plan.rows[0].reasons.as_slice()),
        (RowFate::Doubtful, &["held-fields".to_owned()][..])
    );
    imported(&store, &file, &Decisions::new()).await;
    let siti = the_person(&store, "Siti Aminah").await;
    assert_eq!(
        (siti.address.as_deref(), siti.education.map(crate::base::word::Word::code)),
        (Some("Jl. Kenanga 9"), Some("SMA"))
    );
    let overwrite = Decisions::from([(1, Decision::Same { person: siti.id, overwrite: true })]);
    imported(&store, &file, &overwrite).await;
    assert_eq!(the_person(&store, "Siti Aminah").await.education.map(crate::base::word::Word::code), Some("S1"));
    assert_eq!(how_many(&store).await, 2);
}

#[tokio::test]
async fn who_looks_like_somebody_else_waits_for_a_decision() {
    let (_folder, store) = an_office().await;
    imported(&store, &a_file(&[SITI]), &Decisions::new()).await;
    // The same person with one digit of the NIK mistyped, and once with a wholly different name under her NIK.
    let twin = "1|Siti Aminah|3216075205990001|Bekasi|12-05-1999|P|SMA|Jl. Melati 5|081234567890|Barista";
    let thief = "2|Zulkifli Harahap|3216065205990001|Medan|12-05-1999|P|SMA|||Barista";
    let file = a_file(&[twin, thief]);
    let plan = planned(&store, &file, &Decisions::new()).await;
    assert_eq!(plan.rows.iter().map(|row| row.fate).collect::<Vec<_>>(), [RowFate::Doubtful; 2]);
    assert!(plan.rows[0].reasons.contains(&"maybe-same".to_owned()));
    assert_eq!(plan.rows[0].maybe_same[0].full_name, "Siti Aminah");
    assert!(plan.rows[1].reasons.contains(&"nik-of-another".to_owned()));
    let siti = plan.rows[0].maybe_same[0].id;
    // Nobody's NIK is taken over without a decision.
    let skip = Decisions::from([(1, Decision::Same { person: siti, overwrite: false })]);
    let plan = planned(&store, &file, &skip).await;
    let mut work = begin(&store, "import_apply").await;
    let options = ImportOptions { include_doubtful: true, ..ImportOptions::default() };
    assert_eq!(refused(apply::apply(&mut work, &file, &plan, &options, |_, _| true).await), "import.nothing_to_do");
    drop(work);
    let (done, _) = imported(&store, &file, &Decisions::from([(1, Decision::New), (2, Decision::Skip)])).await;
    assert_eq!((done.new, done.left_out), (1, 1));
    assert_eq!(how_many(&store).await, 2);
}

#[tokio::test]
async fn two_rows_that_are_decided_to_be_one_person_apply_once() {
    let (_folder, store) = an_office().await;
    imported(&store, &a_file(&[SITI]), &Decisions::new()).await;
    let siti = the_person(&store, "Siti Aminah").await.id;
    let first = "1|Siti Aminah|3216075205990001|Bekasi|12-05-1999|P|SMA|Jl. Melati 5|081234567890|Las";
    let second = "2|Siti Aminah|3216085205990002|Bekasi|12-05-1999|P|SMA|Jl. Melati 5|081234567890|Las";
    let same = Decision::Same { person: siti, overwrite: false };
    let (done, _) = imported(&store, &a_file(&[first, second]), &Decisions::from([(1, same.clone()), (2, same)])).await;
    assert_eq!((done.new, done.applications), (0, 1));
}

#[tokio::test]
async fn a_stopped_import_leaves_nothing_behind() {
    let (_folder, store) = an_office().await;
    let file = the_sample();
    let plan = planned(&store, &file, &Decisions::new()).await;
    let mut work = begin(&store, "import_apply").await;
    let mut heard = Vec::new();
    let go_on = |done, all| {
        heard.push((done, all));
        done < 512
    };
    assert_eq!(
        refused(apply::apply(&mut work, &file, &plan, &ImportOptions::default(), go_on).await),
        "import.cancelled"
    );
    drop(work);
    assert_eq!(heard, [(0, 1500), (256, 1500), (512, 1500)]);
    assert_eq!(how_many(&store).await, 0);
    let (done, _) = imported(&store, &file, &Decisions::new()).await;
    assert_eq!(done.new, 1339);
}

#[tokio::test]
async fn a_plan_is_refused_when_somebody_took_a_nik_meanwhile() {
    let (_folder, store) = an_office().await;
    let file = a_file(&[SITI, BUDI]);
    let plan = planned(&store, &file, &Decisions::new()).await;
    imported(&store, &a_file(&[SITI]), &Decisions::new()).await;
    let mut work = begin(&store, "import_apply").await;
    let done = apply::apply(&mut work, &file, &plan, &ImportOptions::default(), |_, _| true).await;
    assert_eq!(refused(done), "import.register_changed");
}

#[tokio::test]
async fn a_wish_that_no_intake_takes_up_keeps_the_words_of_the_file() {
    let (_folder, store) = an_office().await;
    imported(&store, &a_file(&[BUDI]), &Decisions::new()).await;
    let query = ApplicationQuery { wishes: true, ..ApplicationQuery::default() };
    let page = list::list(&mut store.read().await.expect("reader"), &query).await.expect("list");
    assert_eq!(
        (page.rows[0].wish.as_deref(), page.rows[0].number.as_str()),
        (Some("Las bawah air"), "P-3216-2026-00001")
    );
}

#[test]
fn rejected_rows_go_back_as_they_stood_with_their_reasons() {
    let rows = [SITI, "2||3216061001950002|Bekasi|10-01-1995|L|SMK|||Barista"];
    let sheet = sheet(&format!("DAFTAR PENDAFTAR\n{HEAD}\n{}", rows.join("\n")));
    let table = find_table(&sheet).expect("a table");
    let file = checked(&sheet, &table);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
    let plan = runtime.block_on(async {
        let (_folder, store) = an_office().await;
        planned(&store, &file, &Decisions::new()).await
    });
    let back = report::returned(&sheet, &table, &plan, false);
    assert_eq!((back.rows.len(), back.rows[0].sheet_row), (1, 4));
    assert_eq!(back.rows[0].reasons, ["name-missing"]);
    assert_eq!((back.headers[2].as_str(), back.rows[0].cells[2].text().as_str()), ("N I K", "3216061001950002"));
}
