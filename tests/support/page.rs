//! Hands and eyes for the page. Each act looks for its element anew, so a page that redraws itself does not matter.

use super::look::Look;
use super::session::{DEADLINE, ELEMENT, Session, wait_until};
use super::{axe, chord};
use base64::Engine as _;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

const FIND: &str = include_str!("find.js");

const PAINTED: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";

pub struct Page {
    pub(super) session: Session,
}

impl Page {
    /// Runs a script in the page and answers what it returns.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|reason| panic!("{reason} in {script:.120}"))
    }

    fn try_script(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.session.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// The same for a script that calls its last argument when it is done.
    pub fn script_later(&self, script: &str, arguments: Value) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.session.post("execute/async", &body).unwrap_or_else(|reason| panic!("{reason} in {script:.120}"))
    }

    /// Whether something is on the page now.
    pub fn has(&self, look: &Look) -> bool {
        self.find(look).is_some()
    }

    /// Waits until something is on the page.
    pub fn see(&self, look: &Look) {
        self.on(look, "seen", |_| Ok(()));
    }

    /// Waits until something is no longer on the page.
    pub fn gone(&self, look: &Look) {
        wait_until(&format!("{look} is gone"), || (!self.has(look)).then_some(()));
    }

    pub fn click(&self, look: &Look) {
        self.on(look, "clicked", |id| self.session.post(&format!("element/{id}/click"), &json!({})));
    }

    /// Types into a field, after what it holds.
    pub fn type_into(&self, look: &Look, words: &str) {
        self.on(look, "typed into", |id| self.session.post(&format!("element/{id}/value"), &json!({ "text": words })));
    }

    /// Empties a field and types into it.
    pub fn fill(&self, look: &Look, words: &str) {
        self.on(look, "cleared", |id| self.session.post(&format!("element/{id}/clear"), &json!({})));
        self.type_into(look, words);
    }

    /// Chooses an option of a `select` by its words.
    pub fn choose(&self, look: &Look, option: &str) {
        const CHOOSE: &str = "const [select, words] = arguments;
            const option = [...select.options].find((o) => o.text.trim() === words);
            if (!option) return false;
            select.value = option.value;
            select.dispatchEvent(new Event('input', { bubbles: true }));
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        self.on(look, &format!("set to “{option}”"), |id| {
            let chosen = self.try_script(CHOOSE, json!([{ ELEMENT: id }, option]))?;
            if chosen == json!(true) { Ok(()) } else { Err("no such option".to_owned()) }
        });
    }

    /// Presses keys where the focus is, such as `Ctrl+Enter`.
    pub fn press(&self, chord: &str) {
        self.keys(chord::press(chord));
    }

    /// Types where the focus is, without looking for a field.
    pub fn type_text(&self, words: &str) {
        self.keys(chord::letters(words));
    }

    fn keys(&self, events: Vec<Value>) {
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": events }] });
        self.session.post("actions", &body).unwrap_or_else(|reason| panic!("keys: {reason}"));
    }

    /// Pastes where the focus is, as if the clipboard held this text.
    pub fn paste(&self, words: &str) {
        const PASTE: &str = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(event);";
        self.script(PASTE, json!([words]));
    }

    /// Pastes a file where the focus is, given in Base64.
    pub fn paste_file(&self, name: &str, mime: &str, base64: &str) {
        const PASTE: &str = "const [name, type, base64] = arguments;
            const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], name, { type }));
            const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(event);";
        self.script(PASTE, json!([name, mime, base64]));
    }

    /// Answers a file field of the page, which nobody sees: its button opens a dialog of the system.
    pub fn choose_file(&self, selector: &str, file: &Path) {
        let field = self.script("return document.querySelector(arguments[0])", json!([selector]));
        let id = field[ELEMENT].as_str().unwrap_or_else(|| panic!("no `{selector}`"));
        let body = json!({ "text": file.display().to_string() });
        self.session
            .post(&format!("element/{id}/value"), &body)
            .unwrap_or_else(|reason| panic!("{selector}: {reason}"));
    }

    /// Puts the focus on something, as F6 and Tab would after a while.
    pub fn focus_on(&self, look: &Look) {
        self.on(look, "focused", |id| self.try_script("arguments[0].focus()", json!([{ ELEMENT: id }])));
    }

    /// What stands in an element.
    pub fn text(&self, look: &Look) -> String {
        self.property(look, "innerText")
    }

    /// What a field holds.
    pub fn value(&self, look: &Look) -> String {
        self.property(look, "value")
    }

    fn property(&self, look: &Look, name: &str) -> String {
        let value = self.on(look, "read", |id| self.session.get(&format!("element/{id}/property/{name}")));
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    /// Waits until an element's text satisfies, and answers it.
    pub fn text_when(&self, look: &Look, fits: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        let begun = Instant::now();
        while begun.elapsed() < DEADLINE {
            last = self.text(look);
            if fits(&last) {
                return last;
            }
        }
        panic!("{look} says “{last}” and nothing else")
    }

    /// The accessible name or text of what has the focus.
    pub fn focus(&self) -> String {
        const FOCUS: &str = "const e = document.activeElement;
            return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? e.tagName;";
        self.script(FOCUS, json!([])).as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until the page is painted: the second frame from now shows what the document says now.
    pub fn painted(&self) {
        self.script_later(PAINTED, json!([]));
    }

    /// A picture of the window, as PNG.
    pub fn picture(&self, file: &Path) {
        self.painted();
        self.try_picture(file).unwrap_or_else(|reason| panic!("{}: {reason}", file.display()));
    }

    pub(super) fn try_picture(&self, file: &Path) -> Result<(), String> {
        let picture = self.session.get("screenshot")?;
        let text = picture.as_str().ok_or("the driver answers no picture")?;
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).map_err(|e| e.to_string())?;
        std::fs::write(file, bytes).map_err(|e| e.to_string())
    }

    /// Fails if axe finds anything on the screen as it is.
    pub fn accessible(&self, screen: &str) {
        let found = axe::violations(self);
        assert!(found.is_empty(), "axe finds on {screen}:\n{}", found.join("\n"));
    }

    /// Everything that the page says.
    pub fn all_text(&self) -> String {
        self.script("return document.body?.innerText ?? ''", json!([])).as_str().unwrap_or_default().to_owned()
    }

    fn find(&self, look: &Look) -> Option<String> {
        let found = self.try_script(FIND, look.arguments()).ok()?;
        found[ELEMENT].as_str().map(str::to_owned)
    }

    /// Does something to an element, again if it was not there yet, in the way of another, or just redrawn.
    fn on<T>(&self, look: &Look, done: &str, act: impl Fn(&str) -> Result<T, String>) -> T {
        let begun = Instant::now();
        let mut reason = "it is not there".to_owned();
        while begun.elapsed() < DEADLINE {
            match self.find(look).map(|id| act(&id)) {
                Some(Ok(value)) => return value,
                Some(Err(why)) => reason = why,
                None => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
        }
        panic!("{look} cannot be {done}: {reason}. The page says:\n{}", self.all_text())
    }
}
