//! Rooms with the days on which they are closed; tools and consumables.

use crate::{desk::Desk, failure::Answer};
use balai_domain::{
    base::id::Id,
    catalog::{
        room::{self, Closure, ClosureDraft, Room, RoomDraft, RoomRow},
        supply::{self, Supply, SupplyDraft},
    },
};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Takes a room out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct RoomMark {
    /// Which.
    pub id: Id<Room>,
    /// Out, or back.
    pub gone: bool,
}

/// Takes a supply out of the lists or puts it back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct SupplyMark {
    /// Which.
    pub id: Id<Supply>,
    /// Out, or back.
    pub gone: bool,
}

/// The rooms; with `true` also those no longer used.
#[tauri::command]
pub async fn room_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<RoomRow>> {
    Ok(room::list(&mut *desk.read().await?, input, desk.today()).await?)
}

/// Stores a room.
#[tauri::command]
pub async fn room_save(desk: State<'_, Desk>, input: RoomDraft) -> Answer<Id<Room>> {
    let mut work = desk.begin("room_save").await?;
    let id = room::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a room out, or puts it back.
#[tauri::command]
pub async fn room_retire(desk: State<'_, Desk>, input: RoomMark) -> Answer<()> {
    let mut work = desk.begin("room_retire").await?;
    room::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}

/// Stores days on which a room is closed.
#[tauri::command]
pub async fn closure_save(desk: State<'_, Desk>, input: ClosureDraft) -> Answer<Id<Closure>> {
    let mut work = desk.begin("closure_save").await?;
    let id = room::close(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Opens a room again.
#[tauri::command]
pub async fn closure_remove(desk: State<'_, Desk>, input: Id<Closure>) -> Answer<()> {
    let mut work = desk.begin("closure_remove").await?;
    room::open(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// The supplies; with `true` also those that are gone.
#[tauri::command]
pub async fn supply_list(desk: State<'_, Desk>, input: bool) -> Answer<Vec<Supply>> {
    Ok(supply::list(&mut *desk.read().await?, input).await?)
}

/// Stores a supply.
#[tauri::command]
pub async fn supply_save(desk: State<'_, Desk>, input: SupplyDraft) -> Answer<Id<Supply>> {
    let mut work = desk.begin("supply_save").await?;
    let id = supply::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Takes a supply out, or puts it back.
#[tauri::command]
pub async fn supply_retire(desk: State<'_, Desk>, input: SupplyMark) -> Answer<()> {
    let mut work = desk.begin("supply_retire").await?;
    supply::retire(&mut work, input.id, input.gone).await?;
    desk.commit(work).await.map(|_| ())
}
