//! Photo and papers of a person: from a file or the clipboard, made small, put to the check-list, looked at again.

use super::{dossier, first_run::set_up_the_office, people::register};
use crate::support::{Album, Desk, OfficeFile, Start, css, role, text};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;
use std::path::Path;

const PHOTO_MAX: usize = 60_000;

/// A landscape picture with as much detail as a camera gives, as JPEG in Base64.
const CAMERA: &str = "const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
    const pen = canvas.getContext('2d');
    const picture = pen.createImageData(1600, 1200);
    for (let at = 0, seed = 7; at < picture.data.length; at += 4) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const x = (at / 4) % 1600, y = Math.floor(at / 6400);
      const face = Math.hypot((x - 800) / 260, (y - 520) / 330) < 1;
      const noise = seed % 40;
      picture.data.set(face ? [205 + noise, 160 + noise, 130 + noise, 255] : [40 + noise, 90 + noise, 150 + noise, 255], at);
    }
    pen.putImageData(picture, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];";

fn camera_picture(desk: &Desk) -> String {
    desk.script(CAMERA, json!([])).as_str().expect("Base64").to_owned()
}

/// Takes the cropped part over, saves the form, and answers the photo that the file holds.
fn take_and_save(desk: &Desk) -> Vec<u8> {
    desk.see(&role("button", "Pakai foto"));
    // The frame has the focus: closer, to the left, and taken.
    desk.press("+");
    desk.press("Left");
    desk.press("Enter");
    desk.see(&css(".photo img"));
    desk.press("Ctrl+Enter");
    desk.see(&role("heading", "Siti Aminah"));
    desk.see(&css(".face img"));
    let photos = OfficeFile::open(&desk.data).bytes(
        "select bytes from attachment where hash = (select photo_hash from person where photo_hash is not null)",
    );
    assert_eq!(photos.len(), 1);
    photos.into_iter().next().expect("one photo")
}

/// Width and height of a JPEG, from its frame header.
fn size(jpeg: &[u8]) -> (u16, u16) {
    let frame = jpeg.windows(2).position(|two| matches!(two, [0xFF, 0xC0 | 0xC2])).expect("a frame");
    let number = |at: usize| u16::from_be_bytes([jpeg[frame + at], jpeg[frame + at + 1]]);
    (number(7), number(5))
}

fn correct(desk: &Desk) {
    desk.press("e");
    desk.see(&role("heading", "Betulkan data"));
    desk.see(&role("button", "Pilih berkas"));
}

#[test]
fn a_photo_is_chosen_or_pasted_cropped_by_keys_and_kept_small() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    let picture = camera_picture(&desk);
    let file = desk.room.path().join("kamera.jpg");
    let bytes = BASE64_STANDARD.decode(&picture).expect("Base64");
    assert!(bytes.len() > 3 * PHOTO_MAX, "a picture as cameras give");
    std::fs::write(&file, bytes).expect("the room is writable");

    correct(&desk);
    desk.choose_file("input[type=file]", &file);
    desk.see(&role("button", "Pakai foto"));
    desk.accessible("the crop of a photo");
    album.picture(&desk, "potong-foto");
    let kept = take_and_save(&desk);
    assert!(kept.starts_with(&[0xFF, 0xD8]) && kept.len() <= PHOTO_MAX, "{} bytes", kept.len());
    assert_eq!(size(&kept), (360, 480));
    album.picture(&desk, "foto");

    correct(&desk);
    desk.see(&css(".photo img"));
    desk.focus_on(&css(".photo .frame"));
    desk.paste_file("dari-papan.jpg", "image/jpeg", &picture);
    let pasted = take_and_save(&desk);
    assert!(pasted.len() <= PHOTO_MAX && size(&pasted) == (360, 480));
}

/// Attaches a file to the first paper of the list, the identity card.
fn attach(desk: &Desk, verb: &str, file: &Path) {
    desk.answer_dialog(file);
    desk.click(&role("button", "Tindakan: KTP"));
    desk.click(&role("menuitem", verb));
}

fn look(desk: &Desk) {
    desk.click(&role("button", "Tindakan: KTP"));
    desk.click(&role("menuitem", "Lihat pindaian"));
}

#[test]
fn a_scan_is_put_to_a_paper_and_looked_at_again_as_picture_and_as_pdf() {
    let album = Album::open();
    let desk = Start::new().open();
    set_up_the_office(&desk);
    register(&desk, "3216014101990001", "Siti Aminah", "081234567890");
    let (picture, pdf, broken) =
        (desk.room.path().join("ktp.jpg"), desk.room.path().join("ktp.pdf"), desk.room.path().join("rusak.pdf"));
    std::fs::write(&picture, BASE64_STANDARD.decode(camera_picture(&desk)).expect("Base64")).expect("writable");
    std::fs::write(&broken, b"%PDF-1.7\nbukan PDF").expect("writable");
    dossier::save_the_copy(&desk, &pdf);

    desk.click(&role("tab", "Berkas"));
    attach(&desk, "Lampirkan pindaian", &picture);
    desk.see(&text("ktp.jpg"));
    desk.accessible("the papers of a person");
    album.picture(&desk, "berkas");
    look(&desk);
    desk.see(&css("dialog img"));
    desk.press("w");
    desk.accessible("a scan");
    album.picture(&desk, "pindaian-gambar");
    desk.press("Escape");
    desk.gone(&css("dialog img"));

    attach(&desk, "Ganti pindaian", &broken);
    desk.see(&text("PDF ini rusak, dikunci kata sandi"));
    assert!(desk.has(&text("ktp.jpg")), "the scan that was there stays");
    attach(&desk, "Ganti pindaian", &pdf);
    desk.see(&text("ktp.pdf"));
    look(&desk);
    desk.see(&role("dialog", "ktp.pdf"));
    desk.see(&css("dialog img"));
    desk.accessible("a scan that is a PDF");
    album.picture(&desk, "pindaian-pdf");
    desk.press("Escape");
    desk.gone(&css("dialog img"));
    desk.click(&role("tab", "Akses data"));
    desk.see(&text("Pindaian berkas"));
    album.picture(&desk, "akses-pindaian");
}
