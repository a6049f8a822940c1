//! The planner's proposal for a fair: who stands where, to be looked at before anything is written.

use super::{
    booth_plan::{self, Spot, Stall, rivalry},
    fair::Fair,
    fair_store as store,
    floor::{Booth, Hall},
    participation::Participation,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the planner is asked.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ArrangeBooths {
    /// For which fair.
    pub fair_id: Id<Fair>,
    /// Whoever has a booth keeps it.
    pub keep: bool,
    /// Another seed gives another plan of about the same worth.
    pub seed: u32,
}

/// A booth for a company, proposed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BoothProposal {
    /// Who.
    pub participation: Id<Participation>,
    /// The company.
    pub company: String,
    /// Where it stands now.
    pub before: Option<String>,
    /// Where it would stand; `None`: there are too few booths.
    pub booth: Option<Id<Booth>>,
    /// The same as a code.
    pub code: Option<String>,
    /// Rivals next to it, by name.
    pub rivals: Vec<String>,
}

/// Neighbours are this near, in half metres from middle to middle.
const BESIDE: i64 = 10;

fn spot(booth: &Booth, halls: &[Hall]) -> Spot {
    let (x, y) = (2 * booth.x + booth.width, 2 * booth.y + booth.depth);
    let hall = halls.iter().position(|hall| hall.id == booth.hall_id).unwrap_or(0);
    let (door, front) = halls.get(hall).map_or((0, 0), |hall| (2 * hall.entrance, 2 * hall.depth));
    Spot { x, y, from_entrance: (x - door).abs().max((front - y).abs()), hall }
}

/// Proposes a booth for every company that is admitted.
pub async fn propose(connection: &mut SqliteConnection, order: ArrangeBooths) -> Result<Vec<BoothProposal>> {
    let halls = store::halls(&mut *connection, order.fair_id).await?;
    let booths = store::booths(&mut *connection, order.fair_id).await?;
    let rows = store::participation_rows(&mut *connection, order.fair_id).await?;
    let occupations = store::occupations(connection, order.fair_id).await?;
    let standing: Vec<_> = rows.into_iter().filter(|row| row.participation.state.stands()).collect();
    let place = |id: Option<Id<Booth>>| booths.iter().position(|booth| Some(booth.id) == id);
    let stalls: Vec<Stall> = standing
        .iter()
        .map(|row| Stall {
            branch: row.kbli_code.clone(),
            occupations: occupations
                .iter()
                .filter(|(id, _)| *id == row.participation.id)
                .map(|(_, code)| code.clone())
                .collect(),
            draw: row.openings,
            keeps: if order.keep { place(row.participation.booth_id) } else { None },
        })
        .collect();
    let spots: Vec<Spot> = booths.iter().map(|booth| spot(booth, &halls)).collect();
    let placed = booth_plan::arrange(&spots, &stalls, u64::from(order.seed));
    let beside = |a: usize, b: usize| {
        spots[a].hall == spots[b].hall && (spots[a].x - spots[b].x).abs().max((spots[a].y - spots[b].y).abs()) <= BESIDE
    };
    let rivals = |at: usize| {
        let Some(own) = placed[at] else { return Vec::new() };
        let next =
            (0..stalls.len()).filter(|other| *other != at && placed[*other].is_some_and(|spot| beside(own, spot)));
        next.filter(|other| rivalry(&stalls[at], &stalls[*other]) >= 3)
            .map(|other| standing[other].company.clone())
            .collect()
    };
    let proposal = |(at, row): (usize, &super::participation::ParticipationRow)| BoothProposal {
        participation: row.participation.id,
        company: row.company.clone(),
        before: row.booth.clone(),
        booth: placed[at].map(|spot| booths[spot].id),
        code: placed[at].map(|spot| booths[spot].code.clone()),
        rivals: rivals(at),
    };
    Ok(standing.iter().enumerate().map(proposal).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        jobfair::{
            floor::{self, BoothLine, HallDraft},
            participation::{self, BoothSheet},
            testing::{a_stand, another_stand},
        },
        people::testing::refused,
        store::testing::{an_office, begin},
    };

    #[tokio::test]
    async fn the_proposal_is_written_only_when_it_is_accepted_and_keeps_whoever_stands() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "booth_place").await;
        let one = a_stand(&mut work, "PT Satu", "Operator").await;
        another_stand(&mut work, one.fair, "PT Dua", "Kasir").await;
        let booth = |code: &str, x: i64| BoothLine {
            id: None,
            code: code.into(),
            x,
            y: 0,
            width: 3,
            depth: 2,
            tables: 1,
            power: true,
        };
        let hall = HallDraft {
            id: None,
            fair_id: one.fair,
            name: "Aula".into(),
            width: 30,
            depth: 20,
            entrance: 15,
            booths: vec![booth("A-01", 0), booth("A-02", 6), booth("A-03", 12)],
        };
        floor::save(&mut work, hall).await.expect("a hall");
        let order = ArrangeBooths { fair_id: one.fair, keep: true, seed: 1 };
        let proposed = propose(work.reads(), order).await.expect("proposed");
        assert!(proposed.iter().all(|row| row.booth.is_some() && row.before.is_none()));
        let places = proposed.iter().map(|row| (row.participation, row.booth)).collect();
        participation::place(&mut work, BoothSheet { places }).await.expect("accepted");
        let again = propose(work.reads(), ArrangeBooths { seed: 99, ..order }).await.expect("proposed");
        assert!(again.iter().all(|row| row.before == row.code));
        let stranger = a_stand(&mut work, "PT Lain", "Sopir").await;
        let places = vec![(stranger.participation, proposed[0].booth)];
        assert_eq!(
            refused(participation::place(&mut work, BoothSheet { places }).await),
            "participation.booth_unknown"
        );
    }
}
