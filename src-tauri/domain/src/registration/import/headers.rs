//! The words that offices put over their columns.

words! {
    /// What a column holds.
    pub enum Target {
        /// The running number (*No*).
        Number = "number",
        /// *Nama lengkap*.
        FullName = "full-name",
        /// *NIK*.
        Nik = "nik",
        /// *Nomor Kartu Keluarga*.
        KkNumber = "kk-number",
        /// *Tempat lahir*.
        BirthPlace = "birth-place",
        /// *Tanggal lahir*.
        BirthOn = "birth-on",
        /// *Tempat, tanggal lahir* (TTL) in one cell.
        BirthPlaceAndDate = "birth-place-and-date",
        /// *Jenis kelamin*.
        Sex = "sex",
        /// A tick for men in a column of its own (*L*).
        SexMale = "sex-male",
        /// A tick for women in a column of its own (*P*).
        SexFemale = "sex-female",
        /// *Agama*.
        Religion = "religion",
        /// *Status perkawinan*.
        Marital = "marital",
        /// *Pendidikan terakhir*.
        Education = "education",
        /// *Jurusan*.
        Major = "major",
        /// *Asal sekolah*.
        School = "school",
        /// *Tahun lulus*.
        GraduationYear = "graduation-year",
        /// *Alamat*.
        Address = "address",
        /// *RT*.
        Rt = "rt",
        /// *RW*.
        Rw = "rw",
        /// *RT/RW* in one cell.
        RtRw = "rt-rw",
        /// *Desa/kelurahan*.
        Village = "village",
        /// *Kecamatan*.
        District = "district",
        /// *Kabupaten/kota*.
        Regency = "regency",
        /// *Provinsi*.
        Province = "province",
        /// *Kode pos*.
        Postcode = "postcode",
        /// *Nomor HP/WA*.
        Phone = "phone",
        /// *Surel*.
        Email = "email",
        /// *Program pelatihan*.
        Programme = "programme",
        /// *Status pekerjaan*.
        Employment = "employment",
        /// *Disabilitas*.
        Disability = "disability",
        /// *Tanggal daftar*.
        RegisteredOn = "registered-on",
        /// *Keterangan*.
        Note = "note",
        /// Not taken.
        Ignore = "ignore",
    }
}

/// Phrases by target. The longest that stands in a header counts, among equals the first in the header.
const PHRASES: &[(Target, &str)] = &[
    (Target::Number, "no|nomor|no urut|nomor urut|urut|number|nr"),
    (
        Target::FullName,
        "nama|nama lengkap|nama peserta|nama pendaftar|nama pencaker|nama pencari kerja|nama calon peserta|nama siswa|\
         nama pelamar|nama sesuai ktp|name|full name|fullname|applicant name|participant name",
    ),
    (
        Target::Nik,
        "nik|no nik|nomor nik|nik ktp|no ktp|nomor ktp|no ktp nik|ktp|no induk kependudukan|nomor induk kependudukan|\
         no identitas|nomor identitas|no ktp el|nik no kk|nik kk|nik dan no kk|id number|national id|identity number|id card|id no",
    ),
    (
        Target::KkNumber,
        "kk|no kk|nomor kk|nkk|no kartu keluarga|nomor kartu keluarga|kartu keluarga|family card|family card number",
    ),
    (
        Target::BirthPlace,
        "tempat lahir|tmpt lahir|tmp lahir|tpt lahir|tempat kelahiran|kota lahir|kab kota lahir|birth place|birthplace|place of birth",
    ),
    (
        Target::BirthOn,
        "tanggal lahir|tgl lahir|tgl lhr|tanggal kelahiran|tgl kelahiran|lahir tanggal|lahir|birth date|birthdate|date of birth|dob|\
         born",
    ),
    (
        Target::BirthPlaceAndDate,
        "ttl|t t l|tempat tanggal lahir|tempat tgl lahir|tempat dan tanggal lahir|tempat dan tgl lahir|tempat tgl lhr|tmpt tgl lahir|\
         tmp tgl lahir|tpt tgl lahir|tempat lahir tanggal lahir|tempat lahir dan tanggal lahir|place and date of birth|\
         place date of birth|birth place and date|kelahiran",
    ),
    (Target::Sex, "jenis kelamin|jns kelamin|kelamin|jk|j k|l p|lp|lk pr|p l|sex|gender|jenkel|jenis kelamin l p"),
    // Over a column of ticks; read only where they are the whole header, see `tick`.
    (Target::SexMale, "l|laki|laki laki|pria|male"),
    (Target::SexFemale, "p|perempuan|wanita|female"),
    (Target::Religion, "agama|religion"),
    (
        Target::Marital,
        "status perkawinan|status kawin|status nikah|status pernikahan|perkawinan|pernikahan|kawin|marital status|marital",
    ),
    (
        Target::Education,
        "pendidikan|pendidikan terakhir|pend terakhir|pend|pddk|pendidikan akhir|tingkat pendidikan|jenjang pendidikan|jenjang|\
         ijazah|ijazah terakhir|education|last education|education level|lulusan",
    ),
    (
        Target::Major,
        "jurusan|jurusan sekolah|jurusan pendidikan|program studi|prodi|kompetensi keahlian|major|field of study",
    ),
    (
        Target::School,
        "asal sekolah|nama sekolah|sekolah|sekolah asal|lembaga pendidikan|asal sekolah universitas|perguruan tinggi|universitas|\
         institusi|school|school name",
    ),
    (
        Target::GraduationYear,
        "tahun lulus|thn lulus|th lulus|lulus tahun|tahun tamat|tahun kelulusan|tahun ijazah|graduation year|year of graduation",
    ),
    (
        Target::Address,
        "alamat|alamat lengkap|alamat rumah|alamat domisili|alamat ktp|alamat sesuai ktp|alamat tinggal|alamat tempat tinggal|\
         alamat rt rw|alamat dan rt rw|alamat lengkap rt rw|alamat rumah rt rw|domisili|tempat tinggal|dusun|jalan|kampung|dusun jalan|jalan dusun|address|home address|street",
    ),
    (Target::Rt, "rt"),
    (Target::Rw, "rw"),
    (Target::RtRw, "rt rw"),
    (
        Target::Village,
        "desa|kelurahan|kel|desa kel|desa kelurahan|kel desa|kelurahan desa|nama desa|gampong|nagari|village",
    ),
    (Target::District, "kecamatan|kec|distrik|nama kecamatan|district|subdistrict|sub district"),
    (Target::Regency, "kabupaten|kab|kota|kab kota|kabupaten kota|kota kabupaten|kota kab|regency|city|regency city"),
    (Target::Province, "provinsi|propinsi|prov|province"),
    (Target::Postcode, "kode pos|kodepos|postcode|postal code|zip|zip code"),
    (
        Target::Phone,
        "no hp|no hp wa|hp|wa|hp wa|nomor hp|nomor hp wa|no wa|nomor wa|nomor whatsapp|no whatsapp|whatsapp|telepon|telp|tlp|tlpn|\
         no telepon|no telp|no tlp|nomor telepon|nomor telp|no telp hp|no hp telp|handphone|no handphone|nomor handphone|kontak|no kontak|\
         nomor kontak|phone|phone number|mobile|mobile number|contact|contact number|no hp aktif",
    ),
    (Target::Email, "email|e mail|alamat email|alamat e mail|surel|email address"),
    (
        Target::Programme,
        "program|program pelatihan|program yang diminati|program yang dipilih|nama program|pelatihan|pelatihan yang diminati|\
         jenis pelatihan|nama pelatihan|pilihan pelatihan|pilihan program|minat pelatihan|program minat|minat|peminatan|kejuruan|\
         pilihan kejuruan|jurusan pelatihan|paket pelatihan|program kejuruan|programme|training|training programme|training program|course",
    ),
    (
        Target::Employment,
        "status pekerjaan|pekerjaan|status kerja|status bekerja|status ketenagakerjaan|pekerjaan saat ini|employment|\
         employment status|occupation|job status",
    ),
    (
        Target::Disability,
        "disabilitas|difabel|jenis disabilitas|ragam disabilitas|penyandang disabilitas|status disabilitas|kebutuhan khusus|disability",
    ),
    (
        Target::RegisteredOn,
        "tanggal daftar|tgl daftar|tanggal pendaftaran|tgl pendaftaran|tanggal registrasi|tgl registrasi|waktu pendaftaran|\
         tanggal mendaftar|tgl mendaftar|timestamp|cap waktu|registration date|date registered|registered|registered on",
    ),
    (Target::Note, "keterangan|ket|catatan|note|notes|remarks|remark"),
    (
        Target::Ignore,
        "nama ibu|nama ibu kandung|ibu kandung|nama ayah|nama orang tua|nama orangtua|orang tua|nama wali|nama perusahaan|umur|usia|age|tinggi badan|\
         berat badan|tanda tangan|ttd|paraf|foto|upload|unggah|scan|lampiran|nilai|pernah ikut pelatihan|pernah pelatihan|\
         nomor sertifikat|no sertifikat|no rekening|npwp|ukuran baju",
    ),
];

/// What a header means: the target and how well it fits, 0 to 100.
pub(super) fn meaning(header: &str) -> Option<(Target, u8)> {
    let full = header_words(header);
    let main = header_words(without_brackets(header));
    let words = if main.is_empty() { &full } else { &main };
    if words.is_empty() || words.len() > 14 {
        return None;
    }
    best(words).or_else(|| best(&full)).or_else(|| tick(words)).or_else(|| nearly(words))
}

impl Target {
    /// Whether the column holds ticks: the header is all that it says.
    pub(super) fn is_tick(self) -> bool {
        matches!(self, Self::SexMale | Self::SexFemale)
    }
}

/// `L` and `P` over two columns of ticks; within longer headers the letters mean nothing.
fn tick(words: &[String]) -> Option<(Target, u8)> {
    let header = words.join(" ");
    let over = |phrases: &str| phrases.split('|').any(|phrase| phrase == header);
    PHRASES.iter().find(|(target, phrases)| target.is_tick() && over(phrases)).map(|(target, _)| (*target, 75))
}

/// The longest phrase in the header, then the leftmost.
fn best(words: &[String]) -> Option<(Target, u8)> {
    let mut found: Option<((usize, usize), Target)> = None;
    for (target, phrases) in PHRASES {
        for phrase in phrases.split('|').filter(|_| !target.is_tick()) {
            let length = phrase.split(' ').count();
            let place = (0..=words.len().saturating_sub(length)).find(|at| {
                words.len() >= length && words[*at..at + length].iter().map(String::as_str).eq(phrase.split(' '))
            });
            let Some(place) = place else { continue };
            let rank = (length, usize::MAX - place);
            if found.is_none_or(|(best, _)| rank > best) {
                found = Some((rank, *target));
            }
        }
    }
    let ((length, _), target) = found?;
    let confidence = match (length == words.len(), length) {
        (true, _) => 95,
        // "No" in a longer header, such as "No. Registrasi Alumni", is no running number.
        (false, _) if target == Target::Number => return None,
        (false, 1) => 70,
        (false, _) => 80,
    };
    Some((target, confidence))
}

/// A header with one slip of the pen.
fn nearly(words: &[String]) -> Option<(Target, u8)> {
    let header = words.join(" ");
    let slip = |phrase: &str| {
        phrase.len() >= 5
            && phrase.len().abs_diff(header.len()) <= 1
            && rapidfuzz::distance::levenshtein::distance(phrase.chars(), header.chars()) == 1
    };
    PHRASES.iter().find(|(_, phrases)| phrases.split('|').any(slip)).map(|(target, _)| (*target, 60))
}

/// The words of a header; letters spaced out for looks (`N I K`) come together.
pub(super) fn header_words(header: &str) -> Vec<String> {
    let words = crate::base::text::words(header);
    let spaced = words.len() > 2 && words.iter().all(|word| word.chars().count() == 1);
    if spaced { vec![words.concat()] } else { words }
}

fn without_brackets(header: &str) -> &str {
    header.split(['(', '[', ':', '*']).find(|part| !part.trim().is_empty()).unwrap_or(header)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;
    use std::collections::HashSet;

    #[test]
    fn headers_of_many_offices_are_understood() {
        for (header, target) in [
            ("NO", Target::Number),
            ("No.", Target::Number),
            ("N I K", Target::Nik),
            ("No. KTP", Target::Nik),
            ("NIK (16 digit)", Target::Nik),
            ("Nomor Induk Kependudukan (NIK)", Target::Nik),
            ("NIK/No KK", Target::Nik),
            ("No. KK", Target::KkNumber),
            ("NAMA LENGKAP", Target::FullName),
            ("Nama Lengkap (sesuai KTP)", Target::FullName),
            ("Nama Peserta", Target::FullName),
            ("Nama Sekolah", Target::School),
            ("Nama Ibu Kandung", Target::Ignore),
            ("Nama Program Pelatihan", Target::Programme),
            ("TEMPAT LAHIR", Target::BirthPlace),
            ("TGL LAHIR", Target::BirthOn),
            ("Tgl. Lahir (dd/mm/yyyy)", Target::BirthOn),
            ("TTL", Target::BirthPlaceAndDate),
            ("Tempat, Tanggal Lahir", Target::BirthPlaceAndDate),
            ("Tempat & Tgl Lahir", Target::BirthPlaceAndDate),
            ("T.T.L", Target::BirthPlaceAndDate),
            ("L/P", Target::Sex),
            ("Jenis Kelamin (L/P)", Target::Sex),
            ("JK", Target::Sex),
            ("L", Target::SexMale),
            ("P", Target::SexFemale),
            ("Laki-laki", Target::SexMale),
            ("Wanita", Target::SexFemale),
            ("Alamat RT/RW", Target::Address),
            ("Gender", Target::Sex),
            ("PENDIDIKAN TERAKHIR", Target::Education),
            ("JURUSAN", Target::Major),
            ("Jurusan Pelatihan", Target::Programme),
            ("ALAMAT (DUSUN/JALAN)", Target::Address),
            ("Alamat sesuai KTP", Target::Address),
            ("RT/RW", Target::RtRw),
            ("RT", Target::Rt),
            ("DESA/KEL", Target::Village),
            ("Kel./Desa", Target::Village),
            ("KECAMATAN", Target::District),
            ("Kec.", Target::District),
            ("KAB/KOTA", Target::Regency),
            ("Propinsi", Target::Province),
            ("NO HP/WA", Target::Phone),
            ("No. Telp/HP", Target::Phone),
            ("Nomor WhatsApp yang aktif", Target::Phone),
            ("E-mail", Target::Email),
            ("Alamat Email", Target::Email),
            ("PROGRAM YANG DIMINATI", Target::Programme),
            ("Kejuruan", Target::Programme),
            ("STATUS PEKERJAAN", Target::Employment),
            ("DISABILITAS", Target::Disability),
            ("TGL DAFTAR", Target::RegisteredOn),
            ("Timestamp", Target::RegisteredOn),
            ("Ket.", Target::Note),
            ("Date of Birth", Target::BirthOn),
            ("Phone Number", Target::Phone),
            ("Umur", Target::Ignore),
            ("Foto KTP", Target::Ignore),
            ("Kecamtan", Target::District),
            ("Thn Lulus", Target::GraduationYear),
            ("Status Perkawinan", Target::Marital),
        ] {
            assert_eq!(meaning(header).map(|(target, _)| target), Some(target), "{header}");
        }
    }

    #[test]
    fn what_no_office_writes_over_a_column_means_nothing() {
        for header in ["", "-", "12", "BUNGA MAHARANI", "Hobi", "1706016710000052", "No. Registrasi Alumni"] {
            assert_eq!(meaning(header), None, "{header}");
        }
    }

    #[test]
    fn every_target_has_phrases_and_no_phrase_has_two_targets() {
        let phrases: Vec<_> = PHRASES.iter().flat_map(|(_, phrases)| phrases.split('|')).map(str::trim).collect();
        assert_eq!(phrases.iter().collect::<HashSet<_>>().len(), phrases.len());
        assert!(Target::ALL.iter().all(|target| PHRASES.iter().any(|(of, _)| of == target)));
    }
}
