//! The result sheet of a company: handed out filled in with whoever applied, and understood when it comes back, even
//! when columns were moved, rows sorted, or names misspelt.

use super::{
    duty::{self, DutyKind},
    fair_store,
    import::{
        columns::FairTarget as T,
        run::{Cells, Taken, line, reason},
        values,
    },
    job_application::{self, JobApplication, JobMove, JobState},
    outcome_store as store,
    participation::{Participation, ParticipationRefusal},
    ticket,
};
use crate::{
    base::{dates, id::Id, text::words},
    catalog::import::run::CatalogRow,
    people::{name::fold, register::office_day},
    store::{Error, Result, SqliteConnection, Work},
};
use rapidfuzz::distance::jaro_winkler;

/// A line of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    /// The application.
    pub application: Id<JobApplication>,
    /// By which it is matched.
    pub ticket: String,
    /// Who; the company sees it by consent.
    pub full_name: String,
    /// For what.
    pub title: String,
    /// How far it has come.
    pub state: JobState,
    /// First working day.
    pub starts_on: Option<chrono::NaiveDate>,
}

/// Names at least this alike are one.
const ALIKE: f64 = 0.9;

/// The lines of a company at a fair. Refuses `participation.unknown`.
pub async fn lines(connection: &mut SqliteConnection, id: Id<Participation>) -> Result<Vec<ResultLine>> {
    let row: Participation =
        crate::store::open::get(&mut *connection, id).await?.ok_or(ParticipationRefusal::Unknown)?;
    store::result_lines(connection, row.fair_id, row.company_id).await
}

/// Which line a row of the returned sheet is of: by its ticket, else by its name; by the post where a person applied
/// for several. Pure. Refuses `fair_import.nobody`, `.several`.
pub fn matched<'a>(
    lines: &'a [ResultLine],
    code: &str,
    name: &str,
    title: &str,
) -> std::result::Result<&'a ResultLine, &'static str> {
    let of_ticket: Vec<&ResultLine> = match ticket::read(code) {
        Ok(code) => lines.iter().filter(|line| line.ticket == code).collect(),
        Err(_) => Vec::new(),
    };
    let likeness = |a: &str, b: &str| jaro_winkler::similarity(a.chars(), b.chars());
    let mut found = of_ticket;
    if found.is_empty() {
        let name = fold(name);
        if name.is_empty() {
            return Err("nobody");
        }
        let scored: Vec<(f64, &ResultLine)> =
            lines.iter().map(|line| (likeness(&fold(&line.full_name), &name), line)).collect();
        let best = scored.iter().map(|(score, _)| *score).fold(0.0, f64::max);
        if best < ALIKE {
            return Err("nobody");
        }
        found = scored.into_iter().filter(|(score, _)| *score >= best - 1e-9).map(|(_, line)| line).collect();
        let one = found.first().map(|line| line.ticket.clone());
        if found.iter().any(|line| Some(&line.ticket) != one.as_ref()) {
            return Err("several");
        }
    }
    if let [line] = found[..] {
        return Ok(line);
    }
    let plain = |text: &str| words(text).join(" ");
    let title = plain(title);
    let best =
        found.iter().map(|line| (likeness(&plain(&line.title), &title), *line)).max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((score, line)) if score >= 0.8 => Ok(line),
        _ => Err("several"),
    }
}

/// Takes a returned sheet in: each row moves its application, and the company's last report is done. A row without a
/// result is left as it is.
pub(super) async fn take(work: &mut Work, id: Id<Participation>, rows: Vec<Cells<'_>>) -> Result<Vec<CatalogRow>> {
    let lines = lines(work.reads(), id).await?;
    let mut done = Vec::with_capacity(rows.len());
    for cells in rows {
        let label = [cells.text(T::Person), cells.text(T::Title)].join(" – ");
        let taken = one(work, &lines, &cells).await;
        done.push(line(cells.row, label.trim_matches([' ', '–']).to_owned(), taken)?);
    }
    let at = work.at();
    let today = office_day(work, at).await?;
    for own in fair_store::duties_of(work.reads(), id).await? {
        if own.kind == DutyKind::Final && own.done_on.is_none() {
            duty::done(work, own.id, Some(today)).await?;
        }
    }
    Ok(done)
}

async fn one(work: &mut Work, lines: &[ResultLine], cells: &Cells<'_>) -> Taken {
    let refused = |code: &str| Error::Refused(reason(code));
    let found =
        matched(lines, &cells.text(T::Ticket), &cells.text(T::Person), &cells.text(T::Title)).map_err(refused)?;
    let said = cells.text(T::Result);
    if said.is_empty() {
        return Ok((true, vec![reason("no_result")]));
    }
    let to = values::result(&said).ok_or_else(|| Error::Refused(reason("result_unknown").with("found", &said)))?;
    let at = work.at();
    let today = office_day(work, at).await?;
    let starts = cells.text(T::Starts);
    let mut notes = Vec::new();
    let starts_on = match dates::read(&starts, today).by(dates::Order::DayFirst) {
        // A day still to come is no birth date: the reader of dates takes the century before for it.
        Some(day) => Some(day),
        None if starts.is_empty() => None,
        None => {
            notes.push(reason("no_date").with("found", &starts));
            None
        }
    };
    let wage = cells.read(T::Wage, values::rupiah)?;
    if found.state == to && found.starts_on == starts_on {
        return Ok((true, notes));
    }
    let order = JobMove { id: found.application, to, on: None, reason: cells.text(T::Reason), starts_on, wage };
    job_application::step(work, order).await?;
    Ok((true, notes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::noon;

    fn lines() -> Vec<ResultLine> {
        let line = |bits: u128, name: &str, title: &str| ResultLine {
            application: Id::new(noon()),
            ticket: ticket::of_bits(bits),
            full_name: name.into(),
            title: title.into(),
            state: JobState::Applied,
            starts_on: None,
        };
        vec![
            line(1, "Siti Nurhaliza Contoh", "Operator jahit"),
            line(1, "Siti Nurhaliza Contoh", "Pengawas mutu"),
            line(2, "Budi Hartono", "Operator jahit"),
            line(3, "Budi Hartanto", "Operator jahit"),
            line(4, "Muhammad Rizki", "Sopir"),
        ]
    }

    #[test]
    fn a_row_is_found_by_its_ticket_whatever_became_of_the_name() {
        let lines = lines();
        let code = ticket::shown(&ticket::of_bits(2));
        assert_eq!(matched(&lines, &code, "orang lain", ""), Ok(&lines[2]));
        let twice = ticket::of_bits(1);
        assert_eq!(matched(&lines, &twice, "", "pengawas muttu"), Ok(&lines[1]));
        assert_eq!(matched(&lines, &twice, "", ""), Err("several"));
    }

    #[test]
    fn without_a_ticket_a_misspelt_name_is_found_and_a_name_of_two_is_not_guessed() {
        let lines = lines();
        assert_eq!(matched(&lines, "", "M. Rizky", "Sopir"), Ok(&lines[4]));
        assert_eq!(matched(&lines, "", "siti nurhalisa contoh", "Operator Jahit"), Ok(&lines[0]));
        assert_eq!(matched(&lines, "", "Budi Hartanto", "Operator jahit"), Ok(&lines[3]));
        assert_eq!(matched(&lines, "", "Agus Salim", "Sopir"), Err("nobody"));
        assert_eq!(matched(&lines, "", "", "Sopir"), Err("nobody"));
    }
}
