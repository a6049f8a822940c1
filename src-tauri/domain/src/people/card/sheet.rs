//! Everything that the paper of a card needs, in the words that the form prints. The paper itself is set elsewhere.

use super::{Card, CardRefusal, CardReport, store, wording};
use crate::{
    base::id::Id,
    office::{self, Officer, setting},
    people::{
        attachment,
        background::{self, Background, BackgroundKind},
        education::Education,
        person::Person,
        region_index::{RegionIndex, RegionPath},
        store as people,
    },
    store::{
        Error, Result, SqliteConnection,
        open::{StoreRefusal, get},
    },
};
use chrono::{Datelike, NaiveDate};

/// A card for the printer. Empty text: the form leaves a line to write on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardSheet {
    /// Lines of the letterhead, the highest authority first.
    pub letterhead: Vec<String>,
    /// Address, telephone, e-mail of the office.
    pub contact: Vec<String>,
    /// The regency or city of the office, for "place, date".
    pub place: String,
    /// The card's number.
    pub number: String,
    /// How often it was renewed.
    pub renewal: i64,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Last day of validity.
    pub valid_until: NaiveDate,
    /// Months from issue to end, for the rules on the back.
    pub valid_months: i64,
    /// Months between reports, for the rules on the back.
    pub report_months: i64,
    /// 16 digits.
    pub nik: String,
    /// Name with titles.
    pub name: String,
    /// Birth place.
    pub birth_place: String,
    /// Birth date; a card is not issued without.
    pub birth_on: NaiveDate,
    /// `Laki-laki`, `Perempuan`.
    pub sex: String,
    /// `Kawin`, `Belum kawin`.
    pub marital: String,
    /// `None` where the office does not print it.
    pub religion: Option<String>,
    /// Where the person lives.
    pub address: SheetAddress,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Formal education.
    pub education: Vec<SheetSchool>,
    /// Experience, courses, skills: what and when.
    pub skills: Vec<(String, String)>,
    /// Languages.
    pub languages: Vec<String>,
    /// The job that is wished for.
    pub desired_job: String,
    /// How far the person is willing to go.
    pub desired_place: String,
    /// Who issued the card.
    pub officer_name: String,
    /// The officer's NIP.
    pub officer_nip: String,
    /// The boxes for reports.
    pub reports: Vec<SheetReport>,
    /// The photo's JPEG.
    pub photo: Option<Vec<u8>>,
}

/// An address in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetAddress {
    /// Street or hamlet.
    pub street: String,
    /// RT.
    pub rt: String,
    /// RW.
    pub rw: String,
    /// Village.
    pub village: String,
    /// District.
    pub district: String,
    /// Regency or city.
    pub regency: String,
    /// Postcode.
    pub postcode: String,
}

/// One school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetSchool {
    /// Level and school.
    pub level: String,
    /// Subject.
    pub major: String,
    /// Year of leaving.
    pub year: String,
}

/// One box for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetReport {
    /// When it falls due.
    pub due_on: NaiveDate,
    /// When it was made.
    pub reported_on: Option<NaiveDate>,
    /// Who took it.
    pub officer: String,
}

/// The sheet of a card. Refuses `card.not_found`, `card.voided`.
pub async fn sheet(connection: &mut SqliteConnection, card: Id<Card>) -> Result<CardSheet> {
    let card: Card = get(connection, card).await?.ok_or(CardRefusal::NotFound)?;
    if card.voided_on.is_some() {
        return Err(CardRefusal::Voided { number: card.number }.into());
    }
    // The card of somebody merged into another row prints what is known now.
    let holder = people::canonical(connection, card.person_id).await?.unwrap_or(card.person_id);
    let person: Person = get(connection, holder).await?.ok_or(CardRefusal::NotFound)?;
    let rows = background::background(connection, person.id).await?;
    let photo = match &person.photo_hash {
        Some(hash) => attachment::read(connection, hash).await?.map(|photo| photo.bytes),
        None => None,
    };
    let with_religion = setting::text(connection, "ak1.print_religion", card.issued_on).await? == "yes";
    let (officer_name, officer_nip) = officer(connection, card.officer_id).await?;
    let mut sheet = CardSheet { reports: reports(connection, card.id).await?, ..the_office(connection).await? };
    the_person(&mut sheet, &person, with_religion);
    Ok(CardSheet {
        number: card.number,
        renewal: card.renewal,
        issued_on: card.issued_on,
        valid_until: card.valid_until,
        valid_months: months_between(card.issued_on, card.valid_until),
        report_months: card.report_months,
        education: schools(&rows, &person),
        skills: skills(&rows),
        languages: of_kind(&rows, BackgroundKind::Language).map(|row| row.title.clone()).collect(),
        desired_job: card.desired_job.unwrap_or_default(),
        desired_place: card.placement_scope.map(wording::scope).unwrap_or_default().to_owned(),
        officer_name,
        officer_nip,
        photo,
        ..sheet
    })
}

async fn the_office(connection: &mut SqliteConnection) -> Result<CardSheet> {
    let office = office::office(connection).await?.ok_or(Error::from(StoreRefusal::NoOffice))?;
    let lines = [office.letterhead_1, office.letterhead_2, office.letterhead_3];
    let reach = [office.phone.map(|phone| format!("Telepon {phone}")), office.email];
    let reach = reach.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let regency = RegionIndex::shared().name(&office.regency_code).unwrap_or_default();
    let kinds = ["Kabupaten ", "Kota Administrasi ", "Kota "];
    let place = kinds.iter().find_map(|kind| regency.strip_prefix(kind)).unwrap_or(regency);
    let mut letterhead: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if letterhead.is_empty() {
        // An office that has written no letterhead yet stands there by its name.
        letterhead.push(office.name);
    }
    Ok(CardSheet {
        letterhead,
        contact: [office.address, reach].into_iter().filter(|line| !line.is_empty()).collect(),
        place: place.to_owned(),
        ..CardSheet::default()
    })
}

fn the_person(sheet: &mut CardSheet, person: &Person, with_religion: bool) {
    let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
    let title_back = person.title_back.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
    let title_front = person.title_front.as_ref().map(|title| format!("{title} ")).unwrap_or_default();
    sheet.nik = or_blank(&person.nik);
    sheet.name = format!("{title_front}{}{title_back}", person.full_name);
    sheet.birth_place = or_blank(&person.birth_place);
    sheet.birth_on = person.birth_on.unwrap_or_default();
    sheet.sex = person.sex.map(wording::sex).unwrap_or_default().to_owned();
    sheet.marital = person.marital.map(wording::marital).unwrap_or_default().to_owned();
    sheet.religion = with_religion.then(|| person.religion.map(wording::religion).unwrap_or_default().to_owned());
    sheet.phone = person.phone.as_deref().map(crate::base::phone::shown).unwrap_or_default();
    sheet.email = or_blank(&person.email);
    let code = [&person.village_code, &person.district_code, &person.regency_code].into_iter().flatten().next();
    let path = code.and_then(|code| RegionIndex::shared().path(code));
    let RegionPath { village, district, regency, .. } =
        path.unwrap_or(RegionPath { village: None, district: None, regency: None, province: String::new() });
    sheet.address = SheetAddress {
        street: or_blank(&person.address),
        rt: or_blank(&person.rt),
        rw: or_blank(&person.rw),
        village: village.or_else(|| person.village_name.clone()).unwrap_or_default(),
        district: district.unwrap_or_default(),
        regency: regency.unwrap_or_default(),
        postcode: or_blank(&person.postcode),
    };
}

async fn officer(connection: &mut SqliteConnection, id: Option<Id<Officer>>) -> Result<(String, String)> {
    let Some(id) = id else { return Ok(Default::default()) };
    let officer = get(connection, id).await?;
    Ok(officer.map(|officer| (officer.full_name, officer.nip.unwrap_or_default())).unwrap_or_default())
}

async fn reports(connection: &mut SqliteConnection, card: Id<Card>) -> Result<Vec<SheetReport>> {
    let mut boxes = Vec::new();
    for CardReport { due_on, reported_on, officer_id, .. } in store::reports(connection, card).await? {
        let (officer, _) = officer(connection, officer_id).await?;
        boxes.push(SheetReport { due_on, reported_on, officer });
    }
    Ok(boxes)
}

fn of_kind(rows: &[Background], kind: BackgroundKind) -> impl Iterator<Item = &Background> {
    rows.iter().filter(move |row| row.kind == kind)
}

/// The schools of the background, else the last education of the register.
fn schools(rows: &[Background], person: &Person) -> Vec<SheetSchool> {
    let school = |level: Option<Education>, place: &Option<String>, major: &str, year: Option<i64>| {
        let parts = [level.map(wording::education).map(str::to_owned), place.clone()];
        SheetSchool {
            level: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            major: major.to_owned(),
            year: year.map(|year| year.to_string()).unwrap_or_default(),
        }
    };
    let listed: Vec<_> = of_kind(rows, BackgroundKind::Education)
        .map(|row| school(row.level, &row.place, &row.title, row.year_to))
        .collect();
    match person.education {
        Some(level) if listed.is_empty() => {
            let major = person.major.as_deref().unwrap_or_default();
            vec![school(Some(level), &person.school, major, person.graduation_year)]
        }
        _ => listed,
    }
}

/// Experience first, then courses, then skills.
fn skills(rows: &[Background]) -> Vec<(String, String)> {
    let kinds = [BackgroundKind::Experience, BackgroundKind::Training, BackgroundKind::Skill];
    let rows = kinds.into_iter().flat_map(|kind| of_kind(rows, kind));
    let text = |row: &Background| match &row.place {
        Some(place) => format!("{}, {place}", row.title),
        None => row.title.clone(),
    };
    rows.map(|row| (text(row), years(row.year_from, row.year_to))).collect()
}

fn years(from: Option<i64>, to: Option<i64>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{from}–{to}"),
        (Some(year), _) | (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    }
}

fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    month(to) - month(from)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::issued, *};
    use crate::{
        office::officer::{self, OfficerDraft},
        people::{
            background::BackgroundDraft,
            particulars::{Marital, Religion},
            testing::a_person,
        },
        store::{Act, testing::*},
    };

    fn a_row(kind: BackgroundKind, title: &str, place: &str, years: (Option<i64>, Option<i64>)) -> BackgroundDraft {
        let (title, place) = (title.to_owned(), place.to_owned());
        let level = (kind == BackgroundKind::Education).then_some(Education::Vocational);
        BackgroundDraft { id: None, kind, level, title, place, year_from: years.0, year_to: years.1 }
    }

    #[tokio::test]
    async fn a_sheet_holds_what_the_form_prints() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "officer_save").await;
        let draft = OfficerDraft {
            id: None,
            username: "wati".into(),
            full_name: "Wati Suryani, S.Sos.".into(),
            nip: Some("198001012005012001".into()),
            role: crate::office::Role::Registrar,
            password: "sandi loket dua".into(),
            retired: false,
        };
        let wati = officer::save(&mut work, draft).await.expect("officer");
        work.commit().await.expect("commit");
        let siti = a_person(&store, |draft| {
            draft.title_back = "A.Md.".into();
            draft.marital = Some(Marital::Single);
            draft.religion = Some(Religion::Islam);
            draft.phone = "0812 3456 7890".into();
            draft.education = Some(Education::D3);
        })
        .await;
        let by_wati = Act { actor: Some(wati.uuid()), ..an_act("card_issue") };
        let mut work = store.begin(by_wati).await.expect("work");
        let drafts = vec![
            a_row(BackgroundKind::Language, "Inggris", "", (None, None)),
            a_row(BackgroundKind::Skill, "Jahit", "", (None, Some(2019))),
            a_row(BackgroundKind::Experience, "Operator", "PT Contoh", (Some(2019), Some(2021))),
            a_row(BackgroundKind::Education, "Tata Busana", "SMK Negeri 1", (None, Some(2017))),
        ];
        background::save(&mut work, siti, drafts).await.expect("saved");
        let draft = super::super::tests::a_draft("2026-11-24");
        let card = super::super::issue::issue(&mut work, siti, draft).await.expect("issued");
        let sheet = sheet(work.reads(), card).await.expect("sheet");
        assert_eq!(sheet.letterhead, ["PEMERINTAH KABUPATEN BEKASI", "DINAS KETENAGAKERJAAN", "UPTD BLK"]);
        assert_eq!((sheet.place.as_str(), sheet.contact[0].as_str()), ("Bekasi", "Jalan Raya Cikarang 1"));
        assert_eq!((sheet.name.as_str(), sheet.sex.as_str()), ("Siti Rahmawati, A.Md.", "Perempuan"));
        assert_eq!((sheet.marital.as_str(), sheet.religion.as_deref()), ("Belum kawin", Some("Islam")));
        assert_eq!(
            (sheet.address.district.as_str(), sheet.address.regency.as_str()),
            ("Tambun Selatan", "Kabupaten Bekasi")
        );
        let school =
            SheetSchool { level: "SMK, SMK Negeri 1".into(), major: "Tata Busana".into(), year: "2017".into() };
        assert_eq!(sheet.education, [school]);
        assert_eq!(
            sheet.skills,
            [("Operator, PT Contoh".into(), "2019–2021".into()), ("Jahit".into(), "2019".to_owned())]
        );
        assert_eq!(
            (sheet.languages.as_slice(), sheet.desired_place.as_str()),
            (["Inggris".to_owned()].as_slice(), "Antarprovinsi (AKAD)")
        );
        assert_eq!(
            (sheet.officer_name.as_str(), sheet.officer_nip.as_str()),
            ("Wati Suryani, S.Sos.", "198001012005012001")
        );
        assert_eq!((sheet.valid_months, sheet.report_months, sheet.reports.len()), (24, 6, 4));
    }

    #[tokio::test]
    async fn an_office_that_does_not_print_religion_leaves_the_row_out() {
        let (_folder, store) = an_office().await;
        let siti = a_person(&store, |draft| draft.education = Some(Education::D3)).await;
        let card = issued(&store, siti, "2026-11-24").await;
        let mut reader = store.read().await.expect("reader");
        assert_eq!(sheet(&mut reader, card).await.expect("sheet").religion.as_deref(), Some(""));
        drop(reader);
        let mut work = begin(&store, "setting_change").await;
        let (key, value, source) = ("ak1.print_religion".into(), "no".into(), None);
        let valid_from = "2026-11-24".parse().expect("a day");
        setting::change(&mut work, setting::SettingChange { key, value, valid_from, source }).await.expect("set");
        let sheet = sheet(work.reads(), card).await.expect("sheet");
        assert_eq!(sheet.religion, None);
        // Without a background the register's last education stands in.
        assert_eq!(sheet.education[0].level, "D3");
    }
}
