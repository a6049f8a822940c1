//! The sample office from the first screen and back; every screen of it in every theme and size, read by axe.

use super::sample::{ask, open_the_sample, visit};
use crate::support::{Desk, Start, css, role, text};
use serde_json::{Value, json};

/// Themes beside the usual one: they can spoil colours and nothing else.
const OTHER_THEMES: &[&str] = &["gelap", "kontras"];
const ZOOMS: &[f64] = &[0.8, 1.0, 2.0];

/// The screens of classes and their timetable, below `#/training/`.
const SCHEDULING: &[&str] = &[
    "programmes",
    "instructors",
    "rooms",
    "supplies",
    "calendar",
    "batches",
    "board",
    "board?view=instructor",
    "board?view=room&span=day",
    "repair",
    "repair?what=room",
    "notices",
    "loads",
    "rules",
];

const CONTRAST: &str = "const [theme, done] = arguments;
    document.documentElement.dataset.theme = theme;
    requestAnimationFrame(() => requestAnimationFrame(() =>
        window.axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] }).then((found) => {
            document.documentElement.dataset.theme = 'terang';
            done(found.violations.flatMap((one) => one.nodes.map((node) => node.html.slice(0, 120))));
        })));";

/// What can be pressed or filled in and lies beside the window, and whether the screen must be pushed sideways.
const LOST: &str = "const [zoom, done] = arguments;
    document.documentElement.style.setProperty('--zoom', zoom);
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const main = document.querySelector('main');
        const scrolls = '[role=grid],[role=region][tabindex],.board,.status,.unseen,.toasts,.skip,.frame';
        const lost = [...document.querySelectorAll('main :is(button,input,select,textarea,a,h1,h2)')].filter((one) => {
            const at = one.getBoundingClientRect();
            return at.width > 1 && !one.closest(scrolls) && (at.left < -1 || at.right > innerWidth + 1);
        }).map((one) => one.outerHTML.slice(0, 120));
        if (main.scrollWidth > main.clientWidth + 1) lost.push(`sideways by ${main.scrollWidth - main.clientWidth}`);
        document.documentElement.style.setProperty('--zoom', 1);
        done(lost);
    }));";

#[test]
fn the_sample_office_opens_from_the_first_screen_and_is_left_with_nothing_mixed() {
    let desk = Start::new().open();
    open_the_sample(&desk);
    desk.see(&text("DATA CONTOH"));
    desk.press("Ctrl+2");
    desk.see(&text("orang terdaftar"));
    desk.click(&role("button", "Tinggalkan data contoh"));
    desk.see(&role("heading", "Siapkan kantor"));
    assert!(!desk.has(&text("DATA CONTOH")));
    assert!(!desk.data.join("balai.db").exists(), "the office's own folder holds no office yet");
    assert!(desk.data.join("contoh").join("balai.db").exists(), "the sample is in a folder of its own");

    // The second time it is there already.
    open_the_sample(&desk);
}

#[test]
fn a_list_is_found_as_it_was_left_when_one_comes_back_from_a_record() {
    let desk = Start::new().open();
    open_the_sample(&desk);
    visit(&desk, "#/people?sex=P");
    desk.see(&css("[role=gridcell] .link"));
    desk.press("Down");
    for _ in 0..3 {
        desk.press("PageDown");
    }
    let scrolled = desk.script("return document.querySelector('[role=grid]').scrollTop", json!([]));
    let name =
        desk.script("return document.activeElement.closest('[role=row]').querySelector('.link').innerText", json!([]));
    assert!(scrolled.as_f64().unwrap_or_default() > 100.0, "{scrolled}");
    desk.press("Enter");
    desk.see(&role("heading", name.as_str().expect("a name")));
    desk.click(&css("main header a"));
    desk.see(&css("[role=gridcell] .link"));
    visit(&desk, "#/people?sex=P");
    assert_eq!(desk.script("return document.querySelector('[role=grid]').scrollTop", json!([])), scrolled);
    let marked = desk.script("return document.querySelector('.row.at .link').innerText", json!([]));
    assert_eq!(marked, name);
}

#[test]
fn axe_finds_nothing_on_any_screen_in_any_theme_and_nothing_is_lost_at_any_size() {
    let desk = Start::new().open();
    desk.see(&role("heading", "Siapkan kantor"));
    look(&desk, "the first run");
    open_the_sample(&desk);
    for place in places(&desk) {
        visit(&desk, &place);
        look(&desk, &place);
    }
    desk.press("Ctrl+k");
    desk.see(&css("dialog [role=option]"));
    desk.accessible("the palette");
    let tall = desk.script("return document.querySelector('dialog [role=listbox]').clientHeight", json!([]));
    assert!(tall.as_i64() > Some(100), "the palette's list is {tall} pixels tall");
}

/// Every screen, with records that are in the sample.
fn places(desk: &Desk) -> Vec<String> {
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    let person = id(&ask(desk, "card_due", json!({ "days": 400, "limit": 1 }))[0]["person_id"]);
    let pair = &ask(desk, "duplicate_list", Value::Null)[0];
    let intake = id(&ask(desk, "intake_list", json!(true))[0]["id"]);
    let batch = id(&ask(desk, "batch_list", json!(false))[0]["batch"]["id"]);
    let tabs = ["data", "papers", "background", "applications", "card", "story", "access"];
    let sections = ["office", "officers", "rules", "numbers", "backup", "key", "acts", "password", "display", "about"];
    let mut places: Vec<String> = ["/", "/people", "/people?q=siti", "/people/new", "/people/duplicates", "/training"]
        .into_iter()
        .chain(["/training/applications", "/training/new", "/cards/due", "/import"])
        .map(|path| format!("#{path}"))
        .collect();
    places.extend(tabs.map(|tab| format!("#/people/{person}?tab={tab}")));
    places.push(format!("#/people/{person}/edit"));
    places.push(format!("#/people/{person}/cards"));
    places.push(format!("#/people/duplicates/{}/{}", id(&pair["a"]["id"]), id(&pair["b"]["id"])));
    places.extend(["", "/edit", "/rows"].map(|part| format!("#/training/{intake}{part}")));
    places.extend(SCHEDULING.iter().map(|path| format!("#/training/{path}")));
    places.extend(["", "/edit"].map(|part| format!("#/training/batches/{batch}{part}")));
    places.extend(sections.map(|section| format!("#/settings?section={section}")));
    places
}

fn look(desk: &Desk, screen: &str) {
    desk.accessible(screen);
    for theme in OTHER_THEMES {
        let found = desk.script_later(CONTRAST, json!([theme]));
        assert_eq!(found, json!([]), "too little contrast on {screen} in {theme}");
    }
    for zoom in ZOOMS {
        assert_eq!(desk.script_later(LOST, json!([zoom])), json!([]), "{screen} at {zoom}");
    }
}
