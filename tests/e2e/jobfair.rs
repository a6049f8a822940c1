//! A job fair from the first company to the report: invited, admitted, placed at a booth; a visitor with a ticket through
//! the gate under a burst of a scanner; an application and a hire.

use super::first_run::set_up_the_office;
use crate::support::{Album, Desk, Start, css, label, role, text};

const COMPANY: &str = "PT Garmen Contoh Sejahtera";

fn own_part(desk: &Desk, name: &str) {
    desk.click(&role("link", name));
}

/// A company with a vacancy.
fn note_a_company(desk: &Desk, album: &Album) {
    desk.press("Ctrl+6");
    desk.see(&text("Belum ada bursa kerja"));
    desk.accessible("no job fairs");
    own_part(desk, "Perusahaan");
    desk.see(&text("Belum ada perusahaan"));
    desk.click(&role("button", "Perusahaan baru"));
    desk.see(&role("dialog", "Perusahaan baru"));
    desk.accessible("a new company");
    desk.type_text(COMPANY);
    desk.fill(&label("NIB"), "9120001234567");
    desk.press("Ctrl+Enter");
    desk.see(&text(&format!("{COMPANY} disimpan.")));
    album.picture(desk, "perusahaan");
    own_part(desk, "Lowongan");
    desk.see(&text("Belum ada lowongan"));
    desk.click(&role("button", "Lowongan baru"));
    desk.see(&role("dialog", "Lowongan baru"));
    desk.accessible("a new vacancy");
    desk.type_text("gar");
    desk.see(&role("option", COMPANY));
    desk.press("Enter");
    desk.fill(&label("Jabatan"), "Operator jahit");
    desk.fill(&label("Bebas"), "20");
    album.picture(desk, "lowongan-baru");
    desk.press("Ctrl+Enter");
    desk.see(&text("Lowongan Operator jahit disimpan."));
    desk.accessible("the vacancies");
}

/// A fair on the day of the flow, with the company admitted.
fn hold_a_fair(desk: &Desk, album: &Album, today: &str) {
    own_part(desk, "Acara");
    desk.click(&role("button", "Acara baru"));
    desk.see(&role("heading", "Acara baru"));
    desk.fill(&label("Nama acara"), "Bursa Kerja Contoh");
    desk.fill(&label("Hari pertama"), today);
    // The last day follows the first.
    desk.press("Tab");
    assert_eq!(desk.value(&label("Hari terakhir")), today);
    desk.accessible("the form of a fair");
    album.picture(desk, "acara-baru");
    desk.press("Ctrl+Enter");
    desk.see(&text("Belum ada perusahaan peserta"));
    desk.press("Alt+u");
    desk.see(&role("dialog", "Undang perusahaan"));
    desk.see(&text(COMPANY));
    desk.click(&css("dialog [role=gridcell].box"));
    desk.click(&role("button", "Masukkan 1 perusahaan"));
    desk.see(&text("1 perusahaan ditambahkan."));
    desk.click(&css("[role=gridcell] .link"));
    desk.click(&role("button", "Mendaftar"));
    desk.click(&role("button", "Diterima"));
    desk.see(&role("button", "Hadir"));
    album.picture(desk, "perusahaan-peserta");
    desk.press("Escape");
}

/// A ticket for a visitor; its code as a scanner types it.
fn give_a_ticket(desk: &Desk, album: &Album) -> String {
    own_part(desk, "Pengunjung");
    desk.see(&text("Belum ada pengunjung"));
    desk.click(&role("button", "Tiket baru"));
    desk.see(&role("dialog", "Tiket baru"));
    desk.accessible("a new ticket");
    desk.fill(&label("NIK"), "3216014101990001");
    desk.fill(&label("Nama lengkap"), "Siti Aminah");
    desk.fill(&label("Pekerjaan yang diminati"), "penjahit");
    album.picture(desk, "tiket-baru");
    desk.press("Ctrl+Enter");
    desk.see(&css("dialog img"));
    album.picture(desk, "tiket");
    desk.press("Escape");
    desk.click(&css("[role=gridcell] .link"));
    desk.see(&text(COMPANY));
    let code = desk.text(&css(".ticket"));
    album.picture(desk, "pengunjung");
    desk.click(&role("button", "Lamar"));
    desk.see(&text("Lamaran dicatat."));
    desk.press("Escape");
    code
}

/// A scanner types the ticket again and again, without a pause; no Enter and no focus is lost.
fn scan_at_the_gate(desk: &Desk, album: &Album, code: &str) {
    own_part(desk, "Gerbang");
    desk.see(&text("Belum ada yang masuk."));
    desk.accessible("the gate");
    desk.type_text(code);
    desk.press("Enter");
    desk.see(&text("Silakan masuk"));
    album.picture(desk, "gerbang-masuk");
    for _ in 0..4 {
        desk.type_text(code);
        desk.press("Enter");
    }
    desk.see(&css(".cover[data-count='5']"));
    desk.see(&text("Sudah di dalam"));
    desk.accessible("a ticket that was shown twice");
    album.picture(desk, "gerbang-sudah-di-dalam");
    desk.press("F2");
    desk.type_text(code);
    desk.press("Enter");
    desk.see(&text("Sampai jumpa"));
    desk.type_text("000000-000000");
    desk.press("Enter");
    desk.see(&text("Tidak terbaca, pindai lagi"));
    desk.press("Escape");
    desk.gone(&css(".cover"));
    album.picture(desk, "gerbang");
}

/// The visitor is hired; the report counts her once.
fn hire_and_report(desk: &Desk, album: &Album) {
    own_part(desk, "Lamaran");
    desk.accessible("the applications of a fair");
    desk.click(&css("[role=gridcell] .link"));
    desk.see(&role("button", "Diterima (F8)"));
    desk.press("F8");
    desk.see(&text("Siti Aminah: Diterima."));
    album.picture(desk, "lamaran");
    own_part(desk, "Hasil");
    desk.see(&text("Corong"));
    desk.accessible("the results of a fair");
    album.picture(desk, "hasil");
    desk.click(&role("button", "Cetak laporan"));
    desk.see(&css("dialog img"));
    album.picture(desk, "laporan");
    desk.press("Escape");
}

#[test]
fn a_fair_goes_from_its_first_company_to_its_report() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    note_a_company(&desk, &album);
    let day = "return new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Jakarta' }).replaceAll('/', '-')";
    let today = desk.script(day, serde_json::json!([]));
    hold_a_fair(&desk, &album, today.as_str().expect("a day"));
    let code = give_a_ticket(&desk, &album);
    scan_at_the_gate(&desk, &album, &code);
    hire_and_report(&desk, &album);
}
