//! The planner at work: proposals for batches, and mending after a disturbance. Both lie ready until one is taken.

use crate::{desk::Desk, events::Progress, failure::Answer, opening::on_a_thread};
use balai_domain::{
    base::{id::Id, refusal::Refusal},
    scheduling::{
        arrange::{self, Arrangement, Effort, Taken},
        batch::Batch,
        frame,
        mend::{self, Disturbance, RepairPreview, StandIn},
        names,
        plan::Plan,
    },
};
use serde::Deserialize;
use std::sync::atomic::Ordering;
use tauri::State;
use ts_rs::TS;

/// Which batches to arrange.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ArrangeOrder {
    /// On which copy; `None`: around the published timetable.
    pub plan_id: Option<Id<Plan>>,
    /// The batches.
    pub batches: Vec<Id<Batch>>,
}

/// Which proposal to take.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ProposalChoice {
    /// Its id.
    pub id: String,
    /// Straight onto the published timetable.
    pub publish: bool,
}

/// Lets the planner arrange some batches; tells how far it is by `progress`.
#[tauri::command]
pub async fn plan_arrange(desk: State<'_, Desk>, input: ArrangeOrder) -> Answer<Arrangement> {
    let mut connection = desk.read().await?;
    let frame = frame::load(&mut connection, input.plan_id, desk.today()).await?;
    let names = names::load(&mut connection).await?;
    drop(connection);
    let cancel = desk.tray.planning().begin();
    let voice = desk.voice.clone();
    let (arrangement, ready) = on_a_thread(move || {
        let mut told = 0;
        let mut progress = |done: u64, total: u64| {
            // Every hundredth is enough for the eye.
            let now = 100 * done / total.max(1);
            if now != told {
                told = now;
                voice.progress(&Progress { id: "plan".into(), done: now as i64, total: 100 });
            }
        };
        let stop = || cancel.load(Ordering::Acquire);
        let effort = Effort::of(input.batches.len());
        arrange::arrange(&frame, &names, &input.batches, effort, &stop, &mut progress)
    })
    .await?;
    desk.tray.planning().ready = ready;
    Ok(arrangement)
}

/// Stops the planner; the best so far counts.
#[tauri::command]
pub async fn plan_cancel(desk: State<'_, Desk>) -> Answer<()> {
    desk.tray.planning().cancel.store(true, Ordering::Release);
    Ok(())
}

/// Takes a proposal. Refuses `arrange.gone`, `arrange.stale`.
#[tauri::command]
pub async fn plan_accept(desk: State<'_, Desk>, input: ProposalChoice) -> Answer<Taken> {
    let found = desk.tray.planning().ready.iter().find(|ready| ready.id == input.id).cloned();
    let ready = found.ok_or_else(|| Refusal::new("arrange", "gone"))?;
    let mut work = desk.begin("plan_accept").await?;
    let name = format!("Rancangan {}", desk.today().format("%d-%m-%Y"));
    let taken = arrange::accept(&mut work, &ready, input.publish, &name).await?;
    desk.commit(work).await?;
    desk.tray.planning().ready.clear();
    Ok(taken)
}

/// What to mend.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RepairOrder {
    /// What is disturbed.
    pub disturbance: Disturbance,
    /// The stand-ins that were chosen.
    pub chosen: Vec<StandIn>,
}

/// What mending the published timetable would do.
#[tauri::command]
pub async fn repair_preview(desk: State<'_, Desk>, input: RepairOrder) -> Answer<RepairPreview> {
    let mut connection = desk.read().await?;
    let frame = frame::load(&mut connection, None, desk.today()).await?;
    let names = names::load(&mut connection).await?;
    drop(connection);
    let cancel = desk.tray.planning().begin();
    let (preview, mending) = on_a_thread(move || {
        mend::mend(&frame, &names, input.disturbance, &input.chosen, &|| cancel.load(Ordering::Acquire))
    })
    .await?;
    desk.tray.planning().mending = Some(mending);
    Ok(preview)
}

/// Mends the published timetable as was shown, in one act, for the reason given. Refuses `mend.gone`, `mend.stale`,
/// `mend.reason_missing`.
#[tauri::command]
pub async fn repair_accept(desk: State<'_, Desk>, input: String) -> Answer<()> {
    let mending = desk.tray.planning().mending.clone().ok_or_else(|| Refusal::new("mend", "gone"))?;
    let mut work = desk.begin("repair_accept").await?;
    mend::accept(&mut work, &mending, &input).await?;
    desk.commit(work).await?;
    desk.tray.planning().mending = None;
    Ok(())
}
