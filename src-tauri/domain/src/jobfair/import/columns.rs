//! What the columns of a fair's files hold, by their headings. Pure.

use crate::base::headings::{self, Phrases};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What a file brings.
    pub enum FairSheetKind {
        /// Vacancies, with the company of each.
        Vacancies = "lowongan",
        /// Occupations (*KBJI*).
        Occupations = "kbji",
        /// Branches (*KBLI*).
        Industries = "kbli",
        /// Visitors who registered elsewhere.
        Visitors = "pengunjung",
        /// The result sheet of a company.
        Results = "hasil",
    }

    /// What a column holds.
    pub enum FairTarget {
        /// Not taken.
        Ignore = "ignore",
        /// Name of the company.
        Company = "company",
        /// Its *NIB*.
        Nib = "nib",
        /// The post.
        Title = "title",
        /// Code of the occupation, of the branch, or of a list.
        Code = "code",
        /// Name of a code.
        Name = "name",
        /// The code above.
        Parent = "parent",
        /// For men.
        Men = "men",
        /// For women.
        Women = "women",
        /// For whoever fits, or how many in all.
        Either = "either",
        /// Least wage.
        WageMin = "wage-min",
        /// Highest wage.
        WageMax = "wage-max",
        /// Education.
        Education = "education",
        /// Experience.
        Experience = "experience",
        /// Skills.
        Skills = "skills",
        /// Units of competence.
        Units = "units",
        /// Least age.
        AgeMin = "age-min",
        /// Highest age.
        AgeMax = "age-max",
        /// Open to people with a disability.
        Disability = "disability",
        /// The site.
        Site = "site",
        /// What is done.
        Description = "description",
        /// Number of the report.
        Report = "report",
        /// A person's name.
        Person = "person",
        /// NIK.
        Nik = "nik",
        /// Sex.
        Sex = "sex",
        /// Birth date.
        Birth = "birth",
        /// Phone.
        Phone = "phone",
        /// The ticket's code.
        Ticket = "ticket",
        /// The result of an application.
        Result = "result",
        /// First working day.
        Starts = "starts",
        /// Wage agreed.
        Wage = "wage",
        /// Why not.
        Reason = "reason",
    }
}

use FairTarget as T;

/// Headings by kind of file. The longest phrase whose words stand in a heading counts.
const VACANCIES: &Phrases<T> = &[
    (T::Company, "perusahaan|nama perusahaan|pemberi kerja|company"),
    (T::Nib, "nib|nomor induk berusaha"),
    (T::Title, "jabatan|lowongan|posisi|nama jabatan|nama lowongan|post|vacancy"),
    (T::Code, "kbji|kode kbji|kode jabatan"),
    (T::Men, "l|lk|laki|laki laki|pria|jumlah l|jumlah laki laki|men"),
    (T::Women, "p|pr|perempuan|wanita|jumlah p|jumlah perempuan|women"),
    (T::Either, "bebas|l p|jumlah bebas|jumlah|kuota|kebutuhan|jumlah lowongan|jumlah kebutuhan|openings"),
    (T::WageMin, "upah|gaji|upah minimum|gaji minimum|upah min|gaji min|wage"),
    (T::WageMax, "upah maksimum|gaji maksimum|upah maks|gaji maks|upah max|gaji max"),
    (T::Education, "pendidikan|pendidikan minimum|pendidikan minimal|education"),
    (T::Experience, "pengalaman|pengalaman bulan|experience"),
    (T::Skills, "keterampilan|keahlian|kompetensi|skills"),
    (T::Units, "unit kompetensi|kode unit|units"),
    (T::AgeMin, "usia min|usia minimum|umur min|umur minimum|usia minimal"),
    (T::AgeMax, "usia maks|usia maksimum|umur maks|usia max|usia maksimal"),
    (T::Disability, "disabilitas|ramah disabilitas|penyandang disabilitas|disability"),
    (T::Site, "lokasi|penempatan|lokasi kerja|lokasi penempatan|site"),
    (T::Description, "uraian|deskripsi|uraian tugas|description"),
    (T::Report, "nomor wllp|no wllp|nomor lapor|wllp"),
];
const CODES: &Phrases<T> = &[
    (T::Code, "kode|kode kbji|kode kbli|code"),
    (T::Name, "nama|judul|jabatan|uraian|nama jabatan|lapangan usaha|name|title"),
    (T::Parent, "induk|kode induk|parent"),
];
const VISITORS: &Phrases<T> = &[
    (T::Person, "nama|nama lengkap|nama pencari kerja|name"),
    (T::Nik, "nik|no ktp|nomor ktp|no nik"),
    (T::Sex, "jenis kelamin|jk|kelamin|l p|sex"),
    (T::Birth, "tanggal lahir|tgl lahir|lahir|birth"),
    (T::Phone, "hp|no hp|telepon|wa|no wa|nomor hp|phone"),
    (T::Education, "pendidikan|pendidikan terakhir|education"),
    (T::Skills, "minat|jabatan diminati|lowongan diminati|wishes"),
];
const RESULTS: &Phrases<T> = &[
    (T::Ticket, "kode|kode tiket|tiket|ticket"),
    (T::Person, "nama|nama lengkap|nama pelamar|name"),
    (T::Title, "jabatan|lowongan|posisi|vacancy"),
    (T::Result, "hasil|status|keputusan|hasil akhir|result"),
    (T::Starts, "mulai|mulai kerja|tanggal mulai|tgl mulai|mulai bekerja|start"),
    (T::Wage, "upah|gaji|wage"),
    (T::Reason, "alasan|keterangan|catatan|reason"),
];

/// A column with what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FairColumn {
    /// Its heading.
    pub header: String,
    /// What it holds.
    pub target: FairTarget,
}

/// A table in a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FairTable {
    /// Its columns, left to right.
    pub columns: Vec<FairColumn>,
    /// Its rows: the row of the sheet from 1, and the cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

fn phrases(kind: FairSheetKind) -> &'static Phrases<T> {
    match kind {
        FairSheetKind::Vacancies => VACANCIES,
        FairSheetKind::Occupations | FairSheetKind::Industries => CODES,
        FairSheetKind::Visitors => VISITORS,
        FairSheetKind::Results => RESULTS,
    }
}

/// The targets of a kind of file.
pub fn targets(kind: FairSheetKind) -> Vec<FairTarget> {
    std::iter::once(T::Ignore).chain(phrases(kind).iter().map(|(target, _)| *target)).collect()
}

/// The table of a sheet; `None`: no row looks like headings of this kind.
pub fn find_table(kind: FairSheetKind, rows: &[Vec<String>]) -> Option<FairTable> {
    let found = headings::find_table(phrases(kind), rows)?;
    let column = |(header, target): (String, Option<T>)| FairColumn { header, target: target.unwrap_or(T::Ignore) };
    Some(FairTable { columns: found.columns.into_iter().map(column).collect(), rows: found.rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;

    fn read(kind: FairSheetKind, headings: &str) -> String {
        let row = headings.split('|').map(str::to_owned).collect();
        let table = find_table(kind, &[vec!["DAFTAR".into()], row]).expect("a table");
        table.columns.iter().map(|column| column.target.code()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_of_a_companys_list_are_understood_in_any_order() {
        assert_eq!(
            read(FairSheetKind::Vacancies, "No|Nama Perusahaan|Jabatan|L|P|L/P|Gaji Min|Gaji Maks|Pendidikan Minimal"),
            "ignore company title men women either wage-min wage-max education"
        );
        assert_eq!(
            read(FairSheetKind::Results, "Keterangan|Nama Pelamar|Hasil|Kode Tiket|Tgl Mulai"),
            "reason person result ticket starts"
        );
        assert_eq!(read(FairSheetKind::Occupations, "Kode|Nama|Induk"), "code name parent");
    }
}
