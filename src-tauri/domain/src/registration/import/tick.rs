//! A tick in a cell, as offices make it: by letter, by figure, by sign, or by the letter behind a sign of a symbol font.

use super::cell::Cell;

/// Whether the cell is ticked; `None` when it says something else.
pub(super) fn read(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Empty => Some(false),
        Cell::Bool(ticked) => Some(*ticked),
        Cell::Number(number) if *number == 0.0 || *number == 1.0 => Some(*number == 1.0),
        Cell::Text(text) => by_sign(text.trim()),
        Cell::Number(_) | Cell::Date(_) | Cell::Error(_) => None,
    }
}

fn by_sign(text: &str) -> Option<bool> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !crate::base::text::is_invisible(*c)).collect();
    match text.to_lowercase().as_str() {
        "" | "-" | "–" | "—" | "." | "0" | "tidak" | "tdk" | "t" | "n" | "no" | "false" | "☐" | "□" => {
            Some(false)
        }
        // The last six: a tick of Wingdings, Wingdings 2 and Webdings that lost its font; in the column `L`, `l` itself.
        "x" | "v" | "1" | "y" | "ya" | "yes" | "true" | "ok" | "o" | "*" | "/" | "✓" | "✔" | "√" | "✗" | "✘" | "×"
        | "☑" | "☒" | "●" | "•" | "■" | "ü" | "þ" | "ý" | "û" | "p" | "a" | "l" | "lk" | "pr" => {
            Some(true)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_known_by_every_hand_and_anything_else_is_unclear() {
        for ticked in ["x", "X", "✓", "V", "v ", "1", "√", "ü", "Ya", "☑", " p"] {
            assert_eq!(read(&Cell::Text(ticked.into())), Some(true), "{ticked}");
        }
        for blank in ["", " ", "-", "0", "Tidak", "☐", "\u{a0}"] {
            assert_eq!(read(&Cell::Text(blank.into())), Some(false), "{blank}");
        }
        assert_eq!(read(&Cell::Text("mungkin".into())), None);
        let cells =
            [Cell::Empty, Cell::Bool(true), Cell::Bool(false), Cell::Number(1.0), Cell::Number(0.0), Cell::Number(7.0)];
        assert_eq!(
            cells.map(|cell| read(&cell)),
            [Some(false), Some(true), Some(false), Some(true), Some(false), None]
        );
    }
}
