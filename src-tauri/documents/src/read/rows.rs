//! Puts cells in their physical places and stops when there are too many of them.

use super::{Cell, ReadError};

/// Excel's own limits; a place beyond them is a damaged file.
pub(super) const ROWS_MAX: usize = 1_048_576;
/// The last column is XFD.
pub(super) const COLUMNS_MAX: usize = 16_384;

/// A wider row says nothing about the next one.
const WIDTH_GUESS_MAX: usize = 256;

/// How many cells may still be kept, over all sheets of one workbook. Empty places in between count too: they take memory.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    /// A budget of so many cells.
    pub(super) fn new(cells: usize) -> Self {
        Self(cells)
    }

    /// Takes `cells` from the budget.
    pub(super) fn take(&mut self, cells: usize) -> Result<(), ReadError> {
        self.0 = self.0.checked_sub(cells).ok_or(ReadError::TooLarge)?;
        Ok(())
    }
}

/// The rows of one sheet while it is being read.
#[derive(Debug)]
pub(super) struct Rows<'b> {
    rows: Vec<Vec<Cell>>,
    budget: &'b mut Budget,
    /// The width of the last row: the next one will mostly be as wide, so its memory is asked for at once.
    width: usize,
}

impl<'b> Rows<'b> {
    /// No rows yet.
    pub(super) fn new(budget: &'b mut Budget) -> Self {
        Self { rows: Vec::new(), budget, width: 0 }
    }

    /// Puts a cell in its place, both counted from nought. An empty cell leaves no trace.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() {
            return Ok(());
        }
        if row >= ROWS_MAX || column >= COLUMNS_MAX {
            return Err(ReadError::damaged("a cell beyond the last row or column"));
        }
        if row >= self.rows.len() {
            self.budget.take(row + 1 - self.rows.len())?;
            self.width = self.rows.last().map_or(0, Vec::len).min(WIDTH_GUESS_MAX);
            self.rows.resize_with(row + 1, Vec::new);
        }
        let line = &mut self.rows[row];
        if column < line.len() {
            line[column] = cell;
            return Ok(());
        }
        self.budget.take(column + 1 - line.len())?;
        if line.capacity() == 0 {
            line.reserve_exact(self.width.max(column + 1));
        }
        line.resize(column, Cell::Empty);
        line.push(cell);
        Ok(())
    }

    /// Appends a row that is repeated `times` after the row `at`, as ods writes equal rows.
    pub(super) fn repeat(&mut self, at: usize, times: usize) -> Result<(), ReadError> {
        let Some(line) = self.rows.get(at).filter(|line| !line.is_empty()).cloned() else { return Ok(()) };
        for offset in 1..=times {
            if at + offset >= ROWS_MAX {
                return Err(ReadError::damaged("a cell beyond the last row or column"));
            }
            self.budget.take(line.len() + 1)?;
            self.rows.push(line.clone());
        }
        Ok(())
    }

    /// The rows, which end with the last that holds anything.
    pub(super) fn finish(mut self) -> Vec<Vec<Cell>> {
        self.rows.shrink_to_fit();
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stands_where_it_was_put_and_gaps_are_empty() {
        let mut budget = Budget::new(100);
        let mut rows = Rows::new(&mut budget);
        rows.put(2, 1, Cell::Number(1.0)).unwrap();
        assert_eq!(rows.finish(), vec![vec![], vec![], vec![Cell::Empty, Cell::Number(1.0)]]);
    }

    #[test]
    fn empty_cells_leave_no_trace() {
        let mut budget = Budget::new(100);
        let mut rows = Rows::new(&mut budget);
        rows.put(50, 50, Cell::Empty).unwrap();
        assert!(rows.finish().is_empty());
    }

    #[test]
    fn a_far_cell_costs_what_lies_before_it() {
        let mut budget = Budget::new(100);
        let mut rows = Rows::new(&mut budget);
        assert!(matches!(rows.put(0, 100, Cell::Number(1.0)), Err(ReadError::TooLarge)));
        let mut budget = Budget::new(100);
        let mut rows = Rows::new(&mut budget);
        assert!(matches!(rows.put(100, 0, Cell::Number(1.0)), Err(ReadError::TooLarge)));
    }
}
