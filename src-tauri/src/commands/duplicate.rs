//! People who may be one: the work list, merging, separating.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    people::{
        detail::{self, Pair},
        duplicate::{self, DuplicatePair},
        merge::{self, MergeChoice, PersonMerge, Unmerged},
        person::Person,
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Two people.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TwoPeople {
    /// One.
    pub a: Id<Person>,
    /// The other.
    pub b: Id<Person>,
    /// A remark, when told apart.
    pub note: Option<String>,
}

/// The pairs no one has decided on.
#[tauri::command]
pub async fn duplicate_list(desk: State<'_, Desk>) -> Answer<Vec<DuplicatePair>> {
    Ok(duplicate::work_list(&mut *desk.read().await?).await?)
}

/// A pair side by side.
#[tauri::command]
pub async fn duplicate_pair(desk: State<'_, Desk>, input: TwoPeople) -> Answer<Pair> {
    Ok(detail::pair(&mut *desk.read().await?, input.a, input.b).await?)
}

/// Makes two rows one; answers the act.
#[tauri::command]
pub async fn duplicate_merge(desk: State<'_, Desk>, input: MergeChoice) -> Answer<i64> {
    let mut work = desk.begin("duplicate_merge").await?;
    merge::merge(&mut work, input).await?;
    Ok(desk.commit(work).await?.act)
}

/// Makes one row two again.
#[tauri::command]
pub async fn duplicate_unmerge(desk: State<'_, Desk>, input: Id<PersonMerge>) -> Answer<Unmerged> {
    let mut work = desk.begin("duplicate_unmerge").await?;
    let unmerged = merge::unmerge(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(unmerged)
}

/// Notes that a pair is two people.
#[tauri::command]
pub async fn duplicate_apart(desk: State<'_, Desk>, input: TwoPeople) -> Answer<i64> {
    let mut work = desk.begin("duplicate_apart").await?;
    merge::tell_apart(&mut work, input.a, input.b, input.note).await?;
    Ok(desk.commit(work).await?.act)
}
