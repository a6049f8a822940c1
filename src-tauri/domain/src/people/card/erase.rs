//! What erasure takes from cards and events: the words about the person. Numbers and dates stay, for the reports that
//! counted them and so that no number comes again.

use super::store;
use crate::{
    base::id::Id,
    people::person::Person,
    store::{Result, Work, undo::scrub_log},
};

/// Takes wishes, employers and remarks out of a person's cards and events, also out of the change log.
pub async fn forget(work: &mut Work, person: Id<Person>) -> Result<()> {
    for mut card in store::cards(work.reads(), person).await? {
        (card.desired_job, card.desired_wage) = (None, None);
        (card.employer, card.void_note) = (None, None);
        work.put(&card).await?;
        scrub_log(work, card.id).await?;
    }
    for mut event in store::events(work.reads(), person).await? {
        event.note = None;
        work.put(&event).await?;
        scrub_log(work, event.id).await?;
    }
    Ok(())
}
