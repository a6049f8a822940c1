//! Regions of the country, for type-ahead and lists.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    office,
    people::{
        region_index::{RegionChoice, RegionIndex, RegionPath},
        region_search::RegionHit,
    },
};
use tauri::State;

/// Hits per answer.
const LIMIT: usize = 12;

/// Villages by what was typed, the office's own regency first.
#[tauri::command]
pub async fn region_search(desk: State<'_, Desk>, input: String) -> Answer<Vec<RegionHit>> {
    let near = office::office(&mut *desk.read().await?).await?.map(|office| office.regency_code);
    Ok(RegionIndex::shared().search(&input, near.as_deref(), LIMIT))
}

/// What a code stands for.
#[tauri::command]
pub async fn region_path(_desk: State<'_, Desk>, input: String) -> Answer<Option<RegionPath>> {
    Ok(RegionIndex::shared().path(&input))
}

/// What lies directly below a code; all provinces below nothing.
#[tauri::command]
pub async fn region_children(_desk: State<'_, Desk>, input: String) -> Answer<Vec<RegionChoice>> {
    Ok(RegionIndex::shared().children(&input))
}

/// All regencies and cities, for the first run.
#[tauri::command]
pub async fn region_regencies(_desk: State<'_, Desk>) -> Answer<Vec<RegionChoice>> {
    Ok(RegionIndex::shared().regencies())
}
