//! The hands and eyes themselves, on a small form laid over the page: a flow that proves nothing would pass as well.

use crate::support::{Album, Desk, Start, css, label, role, text};
use serde_json::json;
use std::path::Path;

/// A form whose every part answers in the line at its foot.
const FORM: &str = r#"
<main style="background: white; color: black; padding: 2em">
  <h1>Uji tangan</h1>
  <label>Nama lengkap <b>*</b> <input id="name"></label>
  <label>Agama <select><option value="1">Islam</option><option value="2">Hindu</option></select></label>
  <button id="save">Simpan</button> <button hidden>Hapus</button>
  <p id="told"></p>
</main>"#;

const BEHAVIOUR: &str = r#"
document.body.innerHTML = arguments[0];
const told = document.getElementById("told");
const say = (words) => { told.textContent += words; };
document.getElementById("save").onclick = () => setTimeout(() => say("halo " + document.getElementById("name").value), 200);
document.addEventListener("keydown", (e) => { if (e.ctrlKey && e.key === "Enter") document.querySelector("h1").remove(); });
document.querySelector("select").onchange = (e) => say(" agama " + e.target.value);
document.addEventListener("paste", (e) => say(" tempel " + e.clipboardData.getData("text/plain")));"#;

fn with_form() -> Desk {
    let desk = Start::new().argument("--uji").variable("BALAI_UJI", "1").open();
    desk.see(&css("main"));
    desk.script(BEHAVIOUR, json!([FORM]));
    desk
}

#[test]
fn what_is_typed_chosen_pressed_and_pasted_arrives_and_is_read_back() {
    let desk = with_form();
    desk.fill(&label("Nama lengkap"), "Siti");
    desk.type_into(&label("Nama lengkap"), " Aminah");
    assert_eq!(desk.focus(), "Nama lengkap *");
    desk.press("End");
    desk.type_text(" B");
    assert_eq!(desk.value(&label("Nama lengkap")), "Siti Aminah B");

    desk.click(&role("button", "Simpan"));
    desk.text_when(&css("#told"), |told| told == "halo Siti Aminah B");
    desk.choose(&role("combobox", "Agama"), "Hindu");
    desk.paste("baris\tdua");
    desk.see(&text("agama 2 tempel baris"));

    assert!(!desk.has(&role("button", "Hapus")), "what is hidden is not seen");
    assert!(desk.has(&role("heading", "Uji tangan")));
    desk.press("Ctrl+Enter");
    desk.gone(&role("heading", "Uji tangan"));
    assert_eq!(desk.text(&css("#told")), "halo Siti Aminah B agama 2 tempel baris dua");
}

#[test]
#[should_panic(expected = "button-name")]
fn axe_finds_a_button_without_a_name() {
    let desk = with_form();
    desk.script("document.querySelector('main').append(document.createElement('button'))", json!([]));
    desk.accessible("the form");
}

#[test]
fn a_picture_shows_the_page_at_the_office_s_size() {
    let (desk, album) = (with_form(), Album::open());
    album.picture(&desk, "uji");
    let picture = std::fs::read(album.paper("01-uji.png")).unwrap();
    assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (1366, 768));
}

#[test]
fn a_desk_ends_when_closed_and_when_its_power_is_cut() {
    let runs = |number: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
        !stat.is_empty() && !stat.contains(") Z ")
    };
    let desk = with_form();
    let (number, data) = (desk.process(), desk.data.clone());
    assert!(runs(number));
    desk.close();
    assert!(!runs(number), "closed");

    let desk = Start::new().data(&data).open();
    let number = desk.process();
    desk.answer_dialog(Path::new("tidak-terpakai.xlsx"));
    assert!(desk.room.path().is_dir());
    desk.cut_power();
    assert!(!runs(number), "cut");
}
