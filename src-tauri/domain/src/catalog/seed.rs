//! What every new office begins with: the usual fields of training, a few complete programmes to start from, and the
//! calendar.

use super::{
    calendar,
    department::{self, DepartmentDraft},
    import::{
        columns::{CatalogKind, find_table},
        run::run,
    },
};
use crate::store::{Error, Result, Work};

const DEPARTMENTS: &str = include_str!("../../../../assets/seed/catalog/kejuruan.csv");
const PROGRAMMES: &str = include_str!("../../../../assets/seed/catalog/program.csv");

/// The cells of a file, parted by semicolons.
fn cells(file: &str) -> Vec<Vec<String>> {
    file.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// Plants fields of training, programmes and the calendar in an office that has none.
pub async fn plant(work: &mut Work) -> Result<()> {
    for row in cells(DEPARTMENTS).into_iter().skip(1) {
        let [name, aliases] = row.as_slice() else { continue };
        department::save(work, DepartmentDraft { id: None, name: name.clone(), aliases: Some(aliases.clone()) })
            .await?;
    }
    let table = find_table(CatalogKind::Programmes, &cells(PROGRAMMES));
    let table = table.ok_or_else(|| Error::Encoding("programmes of the seed".into()))?;
    run(work, CatalogKind::Programmes, &table).await?;
    calendar::seed::plant(work).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{department, import::run::CatalogVerdict, programme_view, resolve::resolve, resources, unit_code},
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn a_new_office_has_fields_of_training_and_complete_programmes() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "office_first_run").await;
        plant(&mut work).await.expect("planted");
        let rows = programme_view::rows(work.reads(), false).await.expect("rows");
        let seen: Vec<_> =
            rows.iter().map(|row| (row.programme.code.as_str(), row.jp, row.department.is_some())).collect();
        assert_eq!(
            seen,
            [
                ("DESAIN-GRAFIS", 260, true),
                ("JAHIT-MESIN", 240, true),
                ("LAS-SMAW-3F", 240, true),
                ("AC-RESIDENSIAL", 240, true)
            ]
        );
        let all = resources(work.reads()).await.expect("resources");
        assert_eq!(all.departments.len(), 23);
        assert!(all.units.iter().all(|unit| unit_code::generation(&unit.code).is_some()));
        assert!(all.prerequisites.len() >= 20);
        let las = all.programme_units.iter().find(|unit| unit.title.contains("(3F)")).expect("there");
        assert_eq!((las.jp_practice, las.instructors, las.equipment.as_deref()), (52, 2, Some("mesin las SMAW")));
    }

    #[tokio::test]
    async fn spellings_that_offices_use_find_their_field() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "office_first_run").await;
        plant(&mut work).await.expect("planted");
        let all = department::list(work.reads(), false).await.expect("list");
        for (text, name) in [
            ("garmen apparel", "Garmen Apparel"),
            ("garment", "Garmen Apparel"),
            ("Fashion Technology", "Garmen Apparel"),
            ("Menjahit", "Garmen Apparel"),
            ("TEKNIK LAS", "Teknik Las"),
            ("Welding", "Teknik Las"),
            ("Teknik Pendingin", "Refrigerasi"),
            ("TIK", "Teknologi Informasi dan Komunikasi"),
            ("las bawah air", "Underwater"),
            ("perhotelan", "Pariwisata"),
        ] {
            let found = resolve(text, &all).and_then(|id| all.iter().find(|one| one.id == id));
            assert_eq!(found.map(|one| one.name.as_str()), Some(name), "{text}");
        }
    }

    #[tokio::test]
    async fn every_line_of_the_seed_is_taken_without_a_word() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "office_first_run").await;
        plant(&mut work).await.expect("planted");
        let table = find_table(CatalogKind::Programmes, &cells(PROGRAMMES)).expect("a table");
        let again = run(&mut work, CatalogKind::Programmes, &table).await.expect("run");
        assert!(again.iter().all(|row| row.verdict == CatalogVerdict::Known && row.reasons.is_empty()), "{again:?}");
    }
}
