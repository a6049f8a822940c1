//! The office's data as papers: the card, the receipt, and what stands at the head and foot of all of them.

use crate::words::word;
use balai_documents::print::{
    CardAddress, CardEducation, CardLayout, CardPaper, CardReport, CardSkill, Letterhead, NoticePaper, ReceiptPaper,
    RequiredDocument, Signatory,
    words::{tanggal, tempat_tanggal},
};
use balai_domain::{
    base::word::Word,
    office::Office,
    people::{card::sheet::CardSheet, region_index::RegionIndex},
    registration::receipt::ReceiptSheet,
};
use chrono::NaiveDate;

/// Months in a year, for the rule on the back of the card.
const YEAR: i64 = 12;

/// The head of the office's papers; an office that has written none yet stands there by its name.
pub fn letterhead(office: &Office) -> Letterhead {
    let filled = |line: &&String| !line.is_empty();
    let lines = [&office.letterhead_1, &office.letterhead_2, &office.letterhead_3];
    let mut lines: Vec<String> = lines.into_iter().filter(filled).cloned().collect();
    if lines.is_empty() {
        lines.push(office.name.clone());
    }
    let reach = [office.phone.as_ref().map(|phone| format!("Telepon {phone}")), office.email.clone()];
    let reach = reach.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let contact = [&office.address, &reach].into_iter().filter(filled).cloned().collect();
    Letterhead { lines, contact, emblem: None }
}

/// The place above a signature: the regency's or city's name without its kind.
pub fn place(office: &Office) -> String {
    let regency = RegionIndex::shared().name(&office.regency_code).unwrap_or_default();
    let kinds = ["Kabupaten ", "Kota Administrasi ", "Kota "];
    kinds.iter().find_map(|kind| regency.strip_prefix(kind)).unwrap_or(regency).to_owned()
}

/// The notice on personal data, in the version in force.
pub fn notice(office: Option<&Office>, version: &str) -> NoticePaper {
    let name = office.map(|office| office.name.as_str()).unwrap_or_default();
    let letterhead = office.map(letterhead).unwrap_or_default();
    let contact = letterhead.contact.join(", ");
    NoticePaper::usual(letterhead, name, &contact, version, "")
}

/// A job-seeker card.
pub fn card(sheet: CardSheet, layout: CardLayout) -> CardPaper {
    let count = |months: i64| u32::try_from(months).unwrap_or(0);
    let address = sheet.address;
    let report = |line: balai_domain::people::card::sheet::SheetReport| CardReport {
        due_on: line.due_on,
        reported_on: line.reported_on,
        officer: line.officer,
    };
    CardPaper {
        letterhead: Letterhead { lines: sheet.letterhead, contact: sheet.contact, emblem: None },
        layout,
        number: sheet.number,
        valid_until: sheet.valid_until,
        nik: sheet.nik,
        name: sheet.name,
        birth_place: sheet.birth_place,
        birth_date: sheet.birth_on,
        sex: sheet.sex,
        marital: sheet.marital,
        religion: sheet.religion,
        address: CardAddress {
            street: address.street,
            rt: address.rt,
            rw: address.rw,
            village: address.village,
            district: address.district,
            regency: address.regency,
            postcode: address.postcode,
        },
        phone: sheet.phone,
        email: sheet.email,
        education: sheet
            .education
            .into_iter()
            .map(|school| CardEducation { level: school.level, major: school.major, year: school.year })
            .collect(),
        skills: sheet.skills.into_iter().map(|(text, year)| CardSkill { text, year }).collect(),
        languages: sheet.languages,
        wished_job: sheet.desired_job,
        wished_place: sheet.desired_place,
        officer: Signatory {
            place_and_date: tempat_tanggal(&sheet.place, sheet.issued_on),
            post: "Pengantar Kerja / Petugas Antarkerja,".to_owned(),
            name: sheet.officer_name,
            nip: sheet.officer_nip,
        },
        reports: sheet.reports.into_iter().map(report).collect(),
        notes: CardPaper::usual_notes(count(sheet.valid_months / YEAR), count(sheet.report_months)),
        photo: sheet.photo,
    }
}

/// The receipt of a registration.
pub fn receipt(sheet: ReceiptSheet, office: Option<&Office>, today: NaiveDate) -> ReceiptPaper {
    let row = |label: &str, value: Option<String>| value.map(|value| (label.to_owned(), value));
    let more = [
        row("NIK", sheet.nik_masked),
        row("Angkatan", sheet.intake),
        row("Mulai pelatihan", sheet.starts_on.map(tanggal)),
        row("Keadaan", Some(word("application_state", sheet.state.code()))),
    ];
    let missing = sheet.papers.iter().any(|paper| !paper.received);
    let due = sheet.closes_on.map(|day| format!(" paling lambat {}", tanggal(day))).unwrap_or_default();
    let complete = format!("Lengkapi berkas yang belum dicentang{due}.");
    let steps = [
        missing.then_some(complete),
        Some("Simpan tanda bukti ini dan bawa KTP-el asli saat datang kembali.".to_owned()),
        Some("Tunggu panggilan seleksi melalui nomor HP yang didaftarkan.".to_owned()),
    ];
    let received = |paper: &balai_domain::registration::receipt::AskedPaper| RequiredDocument {
        name: word("document_kind", paper.kind.code()),
        received: paper.received,
    };
    ReceiptPaper {
        letterhead: office.map(letterhead).unwrap_or_default(),
        number: sheet.number,
        name: sheet.full_name,
        programme: sheet.programme,
        registered_on: tanggal(sheet.applied_on),
        more: more.into_iter().flatten().collect(),
        documents: sheet.papers.iter().map(received).collect(),
        next_steps: steps.into_iter().flatten().collect(),
        officer: Signatory {
            place_and_date: tempat_tanggal(&office.map(place).unwrap_or_default(), today),
            post: "Petugas pendaftaran,".to_owned(),
            name: sheet.officer.unwrap_or_default(),
            nip: sheet.officer_nip.unwrap_or_default(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_documents::print;
    use balai_domain::{
        people::document::DocumentKind,
        registration::{receipt::AskedPaper, state::ApplicationState},
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_receipt_names_the_missing_paper_and_until_when_and_can_be_printed() {
        let sheet = ReceiptSheet {
            number: "P-3216-2026-00001".into(),
            full_name: "Siti Aminah".into(),
            nik_masked: Some("3216••••••••0001".into()),
            programme: "Pengelasan SMAW 3F".into(),
            intake: Some("Angkatan 1/2026".into()),
            starts_on: Some(day("2026-12-15")),
            closes_on: Some(day("2026-12-01")),
            applied_on: day("2026-11-24"),
            state: ApplicationState::Registered,
            officer: Some("Rina".into()),
            officer_nip: None,
            papers: vec![AskedPaper { kind: DocumentKind::IdentityCard, received: false }],
        };
        let paper = receipt(sheet, None, day("2026-11-24"));
        assert_eq!(paper.next_steps[0], "Lengkapi berkas yang belum dicentang paling lambat 1 Desember 2026.");
        assert!(paper.more.contains(&("Keadaan".into(), "Terdaftar".into())), "{:?}", paper.more);
        assert!(print::receipt(&paper).and_then(|set| set.pdf()).expect("printed").starts_with(b"%PDF-"));
    }

    #[test]
    fn a_card_with_nothing_but_its_dates_can_be_printed_both_ways() {
        for layout in [CardLayout::Card, CardLayout::A4] {
            let sheet = CardSheet {
                number: "3216/00001/XI/2026".into(),
                issued_on: day("2026-11-24"),
                valid_until: day("2028-11-23"),
                valid_months: 24,
                report_months: 6,
                birth_on: day("1999-01-01"),
                ..CardSheet::default()
            };
            let paper = card(sheet, layout);
            assert!(paper.notes.iter().any(|note| note.contains("2 tahun") && note.contains("6 bulan")));
            assert!(print::card(&paper).and_then(|set| set.pdf()).expect("printed").starts_with(b"%PDF-"));
        }
    }
}
