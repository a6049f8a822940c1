//! Entries by which a person settles what several people had entered, and the way back: an entry may replace one that it
//! names instead of everything that is known, so that several values stand again.

use super::{
    error::{Error, Result},
    log::{Kind, Origin},
    open::StoreRefusal,
    registers::registers,
    table::Meta,
    value::{Value, encode},
    work::{Work, present, stored},
};
use balai_exchange::{Record, Ref};
use uuid::Uuid;

impl Work {
    /// Writes a cell as the one value that replaces all others, also when it is the one on show.
    pub(crate) async fn resolve(&mut self, meta: &'static Meta, row: Uuid, field: u32, value: Value) -> Result<()> {
        let now = stored(&mut self.tx, meta, row).await?.ok_or_else(|| Error::from(StoreRefusal::NotFound))?;
        let place = place(meta, field)?;
        let mut then = now.clone();
        then[place] = value.clone();
        self.row_changed(meta, row, &now, &then).await?;
        self.note(meta, row, Kind::Resolve, vec![(field, value)], Some(vec![(field, now[place].clone())])).await
    }

    /// A row that somebody deleted stays.
    pub(crate) async fn keep_row(&mut self, meta: &'static Meta, row: Uuid) -> Result<()> {
        let now = stored(&mut self.tx, meta, row).await?.ok_or_else(|| Error::from(StoreRefusal::NotFound))?;
        self.note(meta, row, Kind::Undel, present(meta, &now), None).await
    }

    /// A row goes.
    pub(crate) async fn take_away(&mut self, meta: &'static Meta, row: Uuid) -> Result<()> {
        match stored(&mut self.tx, meta, row).await? {
            Some(now) => self.delete(meta, row, &now).await,
            None => Ok(()),
        }
    }

    /// Takes a settlement back: the value that was on show is so again, and beside it stand the others.
    pub(super) async fn unsettle(&mut self, meta: &'static Meta, row: Uuid, op: Uuid) -> Result<()> {
        self.flush_log().await?;
        let (told, _) = registers(&mut self.tx, meta.id, row).await?;
        let now = stored(&mut self.tx, meta, row).await?.ok_or_else(|| Error::refused("store", "changed_since"))?;
        let settled = told.iter().find(|told| told.record.op().uuid() == op);
        let Some(settled) = settled.map(|told| &told.record) else { return Ok(()) };
        for (field, value) in &settled.cells {
            let place = place(meta, *field)?;
            if now[place] != *value {
                return Err(Error::refused("store", "changed_since"));
            }
            let seen = settled.superseded(*field);
            let is_meant = |record: &Record| {
                seen.contains(&record.op().short())
                    || record.kind == balai_exchange::Kind::INS && seen.contains(&Ref::INSERT)
            };
            let cell =
                |record: &Record| record.cells.iter().find(|(id, _)| id == field).map(|(_, value)| value.clone());
            let mut values: Vec<(bool, Value)> = told
                .iter()
                .filter(|told| is_meant(&told.record))
                .filter_map(|told| Some((told.record.op().uuid() != op, cell(&told.record)?)))
                .collect();
            values.dedup();
            // The one that was on show comes last and so wins again.
            let shown = self.prior_of(op, *field).await?;
            values.sort_by_key(|(_, value)| Some(value) == shown.as_ref());
            for (_, value) in values {
                self.beside(meta, row, *field, value, settled.op().short()).await?;
            }
        }
        self.judge(meta, row).await
    }

    async fn prior_of(&mut self, op: Uuid, field: u32) -> Result<Option<Value>> {
        let prior = sqlx::query_scalar!("select prior from change_log where op_id = ?", op);
        let prior = prior.fetch_optional(&mut *self.tx).await?.flatten();
        let cells = prior.as_deref().map(super::value::decode).transpose()?.unwrap_or_default();
        Ok(cells.into_iter().find(|(id, _)| *id == field).map(|(_, value)| value))
    }

    /// Writes a value that replaces one entry only.
    async fn beside(&mut self, meta: &'static Meta, row: Uuid, field: u32, value: Value, replaces: Ref) -> Result<()> {
        let now = stored(&mut self.tx, meta, row).await?.unwrap_or_default();
        let place = place(meta, field)?;
        let mut then = now.clone();
        then[place] = value.clone();
        let changed = !self.row_changed(meta, row, &now, &then).await?.is_empty();
        let said = vec![(field, value)];
        let cells = if changed { said.clone() } else { Vec::new() };
        let prior = if changed { vec![(field, now[place].clone())] } else { Vec::new() };
        let record = super::registers::header(meta.id, row, vec![(field, vec![replaces])]);
        let told = (!changed).then(|| encode(&said));
        self.note_own(meta, row, Kind::Upd, cells, Some(prior), Some(Origin { record, told })).await
    }
}

fn place(meta: &Meta, field: u32) -> Result<usize> {
    let place = meta.fields.iter().position(|known| known.id == field);
    place.ok_or_else(|| Error::Encoding(format!("field {field} of {}", meta.name)))
}
