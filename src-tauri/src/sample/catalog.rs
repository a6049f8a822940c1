//! The sample's instructors, rooms and supplies: enough of everything that its programmes can be planned.

use balai_domain::{
    base::id::Id,
    catalog::{
        competence::{self, CompetenceLine, CompetenceSheet},
        department::{self, Department},
        instructor::{self, InstructorDraft, InstructorStatus},
        resolve::resolve,
        resources,
        room::{self, RoomDraft, RoomKind, RoomPriority},
        supply::{self, Supply, SupplyDraft, SupplyKind},
        unit_supplies::{SupplyLine, SupplySheet, save_supplies},
    },
    store::{Result, Work},
};
use chrono::{NaiveDate, TimeDelta};

/// Name, field, how employed, days until the certificate ends.
const INSTRUCTORS: &[(&str, &str, InstructorStatus, i64)] = &[
    ("Bambang Contoh Santoso, S.T.", "Teknik Las", InstructorStatus::CivilServant, 700),
    ("Dedi Contoh Kurniawan", "Teknik Las", InstructorStatus::Contract, 45),
    ("Eko Contoh Prasetyo, S.Pd.", "Teknik Las", InstructorStatus::CivilServant, 900),
    ("Fajar Contoh Hidayat", "Teknik Las", InstructorStatus::Honorary, 400),
    ("Siti Contoh Aminah, S.Pd.", "Garmen Apparel", InstructorStatus::CivilServant, 800),
    ("Ratna Contoh Dewi", "Garmen Apparel", InstructorStatus::Contract, 365),
    ("Wulan Contoh Sari", "Garmen Apparel", InstructorStatus::Honorary, 500),
    ("Agus Contoh Setiawan, S.Kom.", "Teknologi Informasi dan Komunikasi", InstructorStatus::CivilServant, 650),
    ("Nina Contoh Lestari, S.Ds.", "Teknologi Informasi dan Komunikasi", InstructorStatus::Contract, 720),
    ("Yoga Contoh Pratama", "Teknologi Informasi dan Komunikasi", InstructorStatus::Guest, 300),
    ("Hendra Contoh Wijaya, S.T.", "Refrigerasi", InstructorStatus::CivilServant, 820),
    ("Joko Contoh Susilo", "Refrigerasi", InstructorStatus::Contract, 610),
    ("Umar Contoh Basri", "Refrigerasi", InstructorStatus::Honorary, 480),
];

/// Code, name, kind, seats, without a step, how gladly used, equipment, field.
type RoomRow = (&'static str, &'static str, RoomKind, i64, bool, RoomPriority, &'static str, &'static str);
const ROOMS: &[RoomRow] = &[
    ("KLS-1", "Ruang Kelas 1", RoomKind::Classroom, 24, true, RoomPriority::Optimal, "proyektor, papan tulis", ""),
    ("KLS-2", "Ruang Kelas 2", RoomKind::Classroom, 20, false, RoomPriority::Normal, "papan tulis", ""),
    (
        "LAS-1",
        "Bengkel Las 1",
        RoomKind::Workshop,
        20,
        true,
        RoomPriority::Optimal,
        "mesin las SMAW, gerinda",
        "Teknik Las",
    ),
    ("LAS-2", "Bengkel Las 2", RoomKind::Workshop, 16, false, RoomPriority::Normal, "mesin las SMAW", "Teknik Las"),
    (
        "JHT-1",
        "Bengkel Jahit",
        RoomKind::Workshop,
        20,
        true,
        RoomPriority::Optimal,
        "mesin jahit, mesin obras",
        "Garmen Apparel",
    ),
    (
        "LAB-1",
        "Laboratorium Komputer 1",
        RoomKind::Laboratory,
        20,
        true,
        RoomPriority::Optimal,
        "komputer, proyektor",
        "",
    ),
    ("LAB-2", "Laboratorium Komputer 2", RoomKind::Laboratory, 16, false, RoomPriority::Normal, "komputer", ""),
    ("AC-1", "Bengkel Tata Udara", RoomKind::Workshop, 16, true, RoomPriority::Optimal, "peralatan AC", "Refrigerasi"),
    ("AULA", "Aula", RoomKind::Hall, 120, true, RoomPriority::Emergency, "proyektor, pengeras suara", ""),
    ("LAP", "Lapangan", RoomKind::Field, 200, true, RoomPriority::Normal, "", ""),
];

/// Name, kind, measure, stock; the programme whose practice needs it, and how many for each trainee.
type SupplyRow = (&'static str, SupplyKind, &'static str, i64, &'static str, i64);
const SUPPLIES: &[SupplyRow] = &[
    ("Mesin las SMAW", SupplyKind::Tool, "unit", 36, "LAS-SMAW-3F", 1),
    ("Elektroda E6013", SupplyKind::Consumable, "kg", 6000, "LAS-SMAW-3F", 4),
    ("Mesin jahit lurus", SupplyKind::Tool, "unit", 20, "JAHIT-MESIN", 1),
    ("Kain katun", SupplyKind::Consumable, "meter", 6000, "JAHIT-MESIN", 3),
    ("Komputer", SupplyKind::Tool, "unit", 36, "DESAIN-GRAFIS", 1),
    ("Manifold gauge", SupplyKind::Tool, "set", 16, "AC-RESIDENSIAL", 1),
    ("Refrigeran R32", SupplyKind::Consumable, "kg", 900, "AC-RESIDENSIAL", 1),
    ("Proyektor jinjing", SupplyKind::Tool, "unit", 3, "", 0),
];

/// Makes instructors, rooms and supplies.
pub async fn fill(work: &mut Work, today: NaiveDate) -> Result<()> {
    let departments = department::list(work.reads(), false).await?;
    for (name, field, status, days) in INSTRUCTORS {
        let department_id = resolve(field, &departments);
        let instructor_id = instructor::save(work, an_instructor(name, *status, department_id)).await?;
        let line = CompetenceLine {
            department_id,
            certificate: Some(format!("SERT-{days:03}/CONTOH")),
            valid_from: Some(today - TimeDelta::days(400)),
            valid_to: Some(today + TimeDelta::days(*days)),
            ..CompetenceLine::default()
        };
        competence::save(work, CompetenceSheet { instructor_id, lines: vec![line] }).await?;
    }
    for (code, name, kind, seats, step_free, priority, equipment, field) in ROOMS {
        let draft = RoomDraft {
            id: None,
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            kind: *kind,
            seats: *seats,
            step_free: *step_free,
            priority: *priority,
            equipment: Some((*equipment).to_owned()),
            department_id: resolve(field, &departments),
        };
        room::save(work, draft).await?;
    }
    supplies(work).await
}

fn an_instructor(name: &str, status: InstructorStatus, department_id: Option<Id<Department>>) -> InstructorDraft {
    InstructorDraft {
        id: None,
        name: name.to_owned(),
        initials: String::new(),
        nip: None,
        status,
        department_id,
        methodology: Some("Level III (contoh)".to_owned()),
        assessor_number: None,
        phone: None,
        jp_day: None,
        jp_week: None,
        jp_month: None,
    }
}

async fn supplies(work: &mut Work) -> Result<()> {
    let mut made: Vec<(Id<Supply>, &str, i64)> = Vec::new();
    for (name, kind, measure, stock, programme, quantity) in SUPPLIES {
        let (name, measure) = ((*name).to_owned(), (*measure).to_owned());
        let id = supply::save(work, SupplyDraft { id: None, name, kind: *kind, measure, stock: *stock }).await?;
        made.push((id, programme, *quantity));
    }
    let all = resources(work.reads()).await?;
    for programme in &all.programmes {
        let own =
            all.programme_units.iter().filter(|unit| unit.programme_id == programme.id && unit.equipment.is_some());
        let units: Vec<_> = own.map(|unit| unit.id).collect();
        let needed = made.iter().filter(|(_, code, _)| *code == programme.code);
        let lines = needed.flat_map(|(supply_id, _, quantity)| {
            units.iter().map(|unit| SupplyLine {
                programme_unit_id: *unit,
                supply_id: *supply_id,
                quantity: *quantity,
                per_trainee: true,
            })
        });
        save_supplies(work, SupplySheet { programme_id: programme.id, lines: lines.collect() }).await?;
    }
    Ok(())
}
