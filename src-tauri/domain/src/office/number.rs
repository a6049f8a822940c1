//! Human numbers (*nomor*): a template with tokens and a counter that comes from this PC's block, so that two PCs
//! without a network never give the same number. A number once given is never given again, not even when the act
//! that drew it is taken back: it may stand on paper by then.

use super::{desk_notes, setting, store};
use crate::store::{Result, SqliteConnection, Work};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

/// The first block of a scope when none was allotted.
const OPEN_BLOCK: i64 = 9_999_999;

table! {
    /// Numbers that one PC may give.
    pub struct NumberBlock = 4 "number_block" {
        /// Which numbers: `ak1`, `registration`.
        1 A series: String,
        /// Within which the counter runs: `2026`, `2026-11`, or empty.
        2 A scope: String,
        /// The PC's short name.
        3 A device: String,
        /// First number of the block.
        4 A first: i64,
        /// Last number of the block.
        5 A last: i64,
        /// The next to give.
        6 C next: i64,
    }
}

/// A block to allot.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BlockDraft {
    /// Which numbers.
    pub series: String,
    /// Within which the counter runs.
    pub scope: String,
    /// The PC's short name.
    pub device: String,
    /// First number.
    pub first: i64,
    /// Last number.
    pub last: i64,
}

refusals! {
    "number" =>
    /// What keeps a number from being given.
    NumberRefusal {
        /// This PC's block is used up.
        BlockEmpty { series, device } => "block_empty",
        /// The block meets another.
        BlockOverlap { first, last } => "block_overlap",
        /// The block is empty or upside down.
        BlockForm => "block_form",
    }
}

/// The span within which a series counts on a day.
pub fn scope(kind: &str, on: NaiveDate) -> String {
    match kind {
        "month" => on.format("%Y-%m").to_string(),
        "year" => on.format("%Y").to_string(),
        _ => String::new(),
    }
}

/// Fills a template: `{urut:5}`, `{kab}` (32.16), `{kab4}` (3216), `{tahun}`, `{bulan}`, `{bulan_romawi}`,
/// `{tanggal}`, `{pc}`.
pub fn fill(template: &str, counter: i64, regency: &str, device: &str, on: NaiveDate) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        filled.push_str(&rest[..start]);
        let token = &rest[start + 1..start + length];
        let (name, width) = token.split_once(':').unwrap_or((token, "1"));
        let width = width.parse::<usize>().unwrap_or(1).min(12);
        filled.push_str(&match name {
            "urut" => format!("{counter:0width$}"),
            "kab" => regency.to_owned(),
            "kab4" => regency.replace('.', ""),
            "tahun" => on.year().to_string(),
            "bulan" => format!("{:02}", on.month()),
            "bulan_romawi" => ROMAN[on.month0() as usize].to_owned(),
            "tanggal" => format!("{:02}", on.day()),
            "pc" => device.to_owned(),
            _ => String::new(),
        });
        rest = &rest[start + length + 1..];
    }
    filled + rest
}

const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// Gives the next number of a series. Refuses `number.block_empty`.
pub async fn next(work: &mut Work, series: &str, on: NaiveDate) -> Result<String> {
    Ok(next_many(work, series, on, 1).await?.remove(0))
}

/// Gives the next `count` numbers of a series at once, from as many blocks as it takes. Refuses `number.block_empty`.
pub async fn next_many(work: &mut Work, series: &str, on: NaiveDate, count: usize) -> Result<Vec<String>> {
    let device = desk_notes::device(work.reads()).await?;
    let kind = setting::text(work.reads(), &format!("{series}.number_scope"), on).await?;
    let template = setting::text(work.reads(), &format!("{series}.number"), on).await?;
    let regency = store::office(work.reads()).await?.map(|office| office.regency_code).unwrap_or_default();
    let scope = scope(&kind, on);
    let mut numbers = Vec::with_capacity(count);
    while numbers.len() < count {
        let mut block = match store::number_block(work.reads(), series, &scope, &device).await? {
            Some(block) => block,
            None => open_block(work, series, &scope, &device).await?,
        };
        let wanted = i64::try_from(count - numbers.len()).unwrap_or(i64::MAX);
        let end = block.last.min(block.next.saturating_add(wanted - 1));
        numbers.extend((block.next..=end).map(|counter| fill(&template, counter, &regency, &device, on)));
        block.next = end + 1;
        work.put(&block).await?;
    }
    Ok(numbers)
}

/// Where no one allotted anything, the one PC takes the whole run; where blocks exist, a used-up one is refused.
async fn open_block(work: &mut Work, series: &str, scope: &str, device: &str) -> Result<NumberBlock> {
    if !store::number_blocks(work.reads(), series, scope).await?.is_empty() {
        return Err(NumberRefusal::BlockEmpty { series: series.to_owned(), device: device.to_owned() }.into());
    }
    let (series, scope, device) = (series.to_owned(), scope.to_owned(), device.to_owned());
    let block = NumberBlock { id: work.id(), series, scope, device, first: 1, last: OPEN_BLOCK, next: 1 };
    work.put_new(&block).await?;
    Ok(block)
}

/// The blocks of a series within one scope, by their first number.
pub async fn blocks(connection: &mut SqliteConnection, series: &str, scope: &str) -> Result<Vec<NumberBlock>> {
    store::number_blocks(connection, series, scope).await
}

/// Allots a block. Refuses `number.block_overlap`, `number.block_form`.
pub async fn allot(work: &mut Work, draft: BlockDraft) -> Result<()> {
    if draft.first < 1 || draft.last < draft.first {
        return Err(NumberRefusal::BlockForm.into());
    }
    for mut block in store::number_blocks(work.reads(), &draft.series, &draft.scope).await? {
        if block.first == 1 && block.last == OPEN_BLOCK && draft.first >= block.next {
            block.last = draft.first - 1;
            work.put(&block).await?;
        }
        if block.first <= draft.last && draft.first <= block.last {
            let (first, last) = (block.first.to_string(), block.last.to_string());
            return Err(NumberRefusal::BlockOverlap { first, last }.into());
        }
    }
    let BlockDraft { series, scope, device, first, last } = draft;
    let id = work.id();
    work.put_new(&NumberBlock { id, series, scope, device, first, last, next: first }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, testing::*};

    #[test]
    fn a_template_is_filled_in_the_offices_manner() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
        assert_eq!(fill("{kab4}/{urut:5}/{bulan_romawi}/{tahun}", 42, "32.16", "A", on), "3216/00042/XI/2026");
        assert_eq!(fill("{urut:4}/BLK-{kab}/{pc}/{bulan}{tanggal}", 7, "32.16", "B", on), "0007/BLK-32.16/B/1124");
        assert_eq!(fill("tanpa token {", 1, "", "", on), "tanpa token {");
    }

    async fn draw(store: &Store) -> (String, i64) {
        let mut work = begin(store, "draw").await;
        let number = next(&mut work, "ak1", noon().date_naive()).await.expect("number");
        (number, work.commit().await.expect("commit").act)
    }

    #[tokio::test]
    async fn a_number_whose_act_was_taken_back_is_not_given_again() {
        let (_folder, store) = an_office().await;
        let (first, first_act) = draw(&store).await;
        let (second, second_act) = draw(&store).await;
        assert_eq!((first.as_str(), second.as_str()), ("3216/00001/XI/2026", "3216/00002/XI/2026"));
        // Also the earlier act, which made the block, although a later one drew from it.
        store.undo(first_act, an_act("undo")).await.expect("first taken back");
        let undone = store.undo(second_act, an_act("undo")).await;
        assert!(undone.is_ok(), "{undone:?}");
        assert_eq!(draw(&store).await.0, "3216/00003/XI/2026");
    }

    #[tokio::test]
    async fn an_allotment_is_taken_back_only_while_no_number_was_drawn_from_it() {
        let (_folder, store) = an_office().await;
        let (_, act) = draw(&store).await;
        let mut work = begin(&store, "block_allot").await;
        let draft = |first, last, device: &str| BlockDraft {
            series: "ak1".into(),
            scope: "2026".into(),
            device: device.into(),
            first,
            last,
        };
        allot(&mut work, draft(501, 600, "B")).await.expect("allotted");
        let allotted = work.commit().await.expect("commit").act;
        desk_notes::set_device(&mut store.local().await.expect("writer"), "B").await.expect("device");
        assert_eq!(draw(&store).await.0, "3216/00501/XI/2026");
        assert!(store.undo(allotted, an_act("undo")).await.is_err());
        store.undo(act, an_act("undo")).await.expect("the draw alone");
        assert_eq!(draw(&store).await.0, "3216/00502/XI/2026");
    }

    #[test]
    fn counters_run_by_year_or_month() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
        assert_eq!(
            (scope("year", on), scope("month", on), scope("", on)),
            ("2026".into(), "2026-11".into(), String::new())
        );
    }
}
