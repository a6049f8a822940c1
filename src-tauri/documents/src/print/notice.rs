//! The notice on the protection of personal data (*pemberitahuan pelindungan data pribadi*), one page of A4.

use serde::Serialize;

use super::{Letterhead, PrintError, Printed, press};

/// The notice that a person is shown at the first registration, with the version that the register remembers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NoticePaper {
    /// The office.
    pub letterhead: Letterhead,
    /// The version of the text: `1.0`.
    pub version: String,
    /// Since when it applies, as written.
    pub since: String,
    /// The words before the first part.
    pub opening: String,
    /// The parts, numbered as they come.
    pub sections: Vec<NoticeSection>,
    /// A box to sign for having read it, if the office wants one.
    pub acknowledgement: Option<Acknowledgement>,
}

/// A part of the notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NoticeSection {
    /// The heading.
    pub title: String,
    /// The text.
    pub text: String,
}

/// The box in which a person signs for having read the notice; empty values are lines to write on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Acknowledgement {
    /// What is signed for.
    pub words: String,
    /// Name of the person.
    pub name: String,
    /// Registration number.
    pub number: String,
    /// Day, as written.
    pub date: String,
}

impl NoticePaper {
    /// The usual text, for an office and the way to reach the person in charge of personal data there.
    pub fn usual(letterhead: Letterhead, office: &str, contact: &str, version: &str, since: &str) -> Self {
        let section = |title: &str, text: String| NoticeSection { title: title.to_owned(), text };
        let sections = vec![
            section("Tujuan", "Data Saudara dipakai untuk pendaftaran pencari kerja dan pelatihan kerja, seleksi, penyelenggaraan pelatihan dan sertifikasi, penempatan kerja, serta statistik ketenagakerjaan yang diwajibkan peraturan.".to_owned()),
            section("Dasar hukum", "Pelaksanaan tugas pelayanan publik dan kewajiban menurut peraturan perundang-undangan (Pasal 20 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi). Untuk hal di luar itu, seperti pemuatan foto di papan pengumuman atau penyampaian riwayat hidup kepada perusahaan, persetujuan Saudara diminta tersendiri dan dapat ditarik kembali.".to_owned()),
            section("Data yang dikumpulkan", "Identitas (NIK, nama, tempat dan tanggal lahir, jenis kelamin, alamat), cara menghubungi, pendidikan, keterampilan dan pengalaman kerja, foto, dokumen persyaratan, serta, bila diperlukan, ragam disabilitas agar layanan dapat disesuaikan.".to_owned()),
            section("Penerima", "Data hanya dibuka kepada petugas yang berwenang. Data dibagikan kepada instansi pemerintah yang membidangi ketenagakerjaan sesuai peraturan, dan kepada pemberi kerja hanya dengan persetujuan Saudara.".to_owned()),
            section("Masa simpan dan keamanan", "Data disimpan selama diperlukan menurut jadwal retensi arsip, kemudian dimusnahkan atau dijadikan anonim. Data disimpan terenkripsi, dan setiap perubahan dicatat.".to_owned()),
            section("Hak Saudara", "Saudara berhak memperoleh informasi, melihat dan mendapatkan salinan data, meminta perbaikan, penghapusan atau pembatasan pemrosesan, menarik persetujuan, serta mengajukan keberatan atas keputusan yang diambil secara otomatis. Permintaan disampaikan kepada petugas dan dilayani tanpa biaya.".to_owned()),
            section("Narahubung", format!("{office}: {contact}")),
        ];
        Self {
            opening: format!(
                "{office} memproses data pribadi Saudara ketika Saudara mendaftar sebagai pencari kerja atau peserta pelatihan. Pemberitahuan ini menjelaskan data apa yang dikumpulkan, untuk apa, dan apa hak Saudara."
            ),
            letterhead,
            version: version.to_owned(),
            since: since.to_owned(),
            sections,
            acknowledgement: Some(Acknowledgement {
                words: "Saya telah membaca atau dibacakan pemberitahuan ini.".to_owned(),
                ..Acknowledgement::default()
            }),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    title: &'static str,
    letterhead: &'a Letterhead,
    version_line: String,
    footer: String,
    opening: &'a str,
    sections: &'a [NoticeSection],
    acknowledgement: &'a Option<Acknowledgement>,
}

impl<'a> From<&'a NoticePaper> for Sheet<'a> {
    fn from(paper: &'a NoticePaper) -> Self {
        let since = if paper.since.is_empty() { String::new() } else { format!(", berlaku sejak {}", paper.since) };
        Self {
            title: "PEMBERITAHUAN PELINDUNGAN DATA PRIBADI",
            letterhead: &paper.letterhead,
            version_line: format!("Versi {}{since}", paper.version),
            footer: format!("Pemberitahuan pelindungan data pribadi, versi {}", paper.version),
            opening: &paper.opening,
            sections: &paper.sections,
            acknowledgement: &paper.acknowledgement,
        }
    }
}

/// The notice as PDF.
///
/// # Errors
/// [`PrintError::Picture`] when the emblem cannot be read.
pub fn notice(paper: &NoticePaper) -> Result<Printed, PrintError> {
    press::print("notice.typ", &Sheet::from(paper), &[("emblem", paper.letterhead.emblem.as_deref())])
}
