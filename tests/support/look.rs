//! How a flow says what it looks for: as a person would, by what a thing is and what it is called.

use serde_json::{Value, json};

/// What to look for on the page. Only what is visible is found.
#[derive(Clone, Debug)]
pub enum Look {
    Css(String),
    Role(String, String),
    Text(String),
}

/// By a selector; for what has no name, such as a canvas.
pub fn css(selector: &str) -> Look {
    Look::Css(selector.to_owned())
}

/// By role and accessible name, such as `role("button", "Simpan")`. An exact name goes before one that contains it.
pub fn role(role: &str, name: &str) -> Look {
    Look::Role(role.to_owned(), name.to_owned())
}

/// A field of a form by its label, whatever kind of field it is.
pub fn label(name: &str) -> Look {
    Look::Role("field".to_owned(), name.to_owned())
}

/// The innermost element whose text contains this.
pub fn text(words: &str) -> Look {
    Look::Text(words.to_owned())
}

impl Look {
    /// The arguments of `find.js`.
    pub fn arguments(&self) -> Value {
        match self {
            Self::Css(selector) => json!(["css", selector, ""]),
            Self::Role(role, name) => json!(["role", role, name]),
            Self::Text(words) => json!(["text", words, ""]),
        }
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Css(selector) => write!(f, "`{selector}`"),
            Self::Role(role, name) => write!(f, "{role} “{name}”"),
            Self::Text(words) => write!(f, "the words “{words}”"),
        }
    }
}
