//! One office: its PCs, what lies aside, where people differ, what it published, where its audit chain ends.

use super::frame::{fault, missing, sheet};
use super::steward::Steward;
use super::words::{ago, kind, moment, number, period, reason};
use crate::hub::Hub;
use crate::ledger::audit::End;
use crate::ledger::devices::{self, Device};
use crate::ledger::head::Head;
use crate::ledger::quarantine::Aside;
use crate::ledger::{Province, hex, numbers, offices, quarantine, reading, rows};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use balai_exchange::published::Number;
use maud::{Markup, html};
use std::sync::Arc;

/// A clock that is off by more than this should be set: five minutes.
const OFF: i64 = 5 * 60 * 1000;

pub async fn page(State(hub): State<Arc<Hub>>, Path(code): Path<String>, steward: Steward) -> Response {
    let scope = match reading!(hub.ledger, &Province, |tx| offices::find(tx, &code).await) {
        Ok(Some(scope)) => scope,
        Ok(None) => return missing(&steward),
        Err(error) => return fault(&error),
    };
    let found = reading!(hub.ledger, &scope, |tx| {
        Ok((
            offices::name(tx).await?.unwrap_or_default(),
            devices::list(tx).await?,
            quarantine::list(tx).await?,
            rows::open_differences(tx).await?,
            numbers::of_office(tx).await?,
            Head::read(tx).await?.audit,
        ))
    });
    match found {
        Ok((name, devices, aside, open, numbers, end)) => {
            let content = html! {
                (pcs(&devices, hub.now()))
                (held(&aside))
                (differences(&open))
                (published(&numbers))
                (witness(&end))
            };
            sheet(&name, Some(&steward), &content).into_response()
        }
        Err(error) => fault(&error),
    }
}

fn pcs(devices: &[Device], now: i64) -> Markup {
    html! {
        section aria-labelledby="pc" {
            h2 id="pc" { "PC" }
            @if devices.is_empty() {
                p.soft { "Belum ada PC yang terdaftar." }
            } @else {
                div.scroll tabindex="0" role="region" aria-label="Daftar PC" {
                    table {
                        thead {
                            tr {
                                th scope="col" { "PC" }
                                th scope="col" { "Terakhir terdengar" }
                                th.n scope="col" { "Belum terkirim" }
                                th scope="col" { "Jam PC" }
                                th scope="col" { "Versi" }
                                th scope="col" { "Keadaan" }
                            }
                        }
                        tbody { @for device in devices { (pc(device, now)) } }
                    }
                }
            }
        }
    }
}

fn pc(device: &Device, now: i64) -> Markup {
    let clock = match device.clock_offset {
        None => "–".to_owned(),
        Some(offset) if offset.abs() <= OFF => "tepat".to_owned(),
        Some(offset) => {
            let off = super::words::duration(std::time::Duration::from_millis(offset.unsigned_abs()));
            format!("{off} {}", if offset > 0 { "terlalu cepat" } else { "terlambat" })
        }
    };
    html! {
        tr {
            th scope="row" { (device.name) }
            td {
                @match device.seen_at {
                    Some(seen) => time datetime=(moment(seen)) title=(moment(seen)) { (ago(seen, now)) },
                    None => span.soft { "belum pernah" },
                }
            }
            td.n { (device.backlog.map_or_else(|| "–".to_owned(), number)) }
            td { (clock) }
            td { (device.app_version.as_deref().unwrap_or("–")) }
            td {
                @match device.revoked_at {
                    Some(at) => { strong.warn { "dicabut" } " " (moment(at)) },
                    None => "terdaftar",
                }
            }
        }
    }
}

fn held(aside: &[Aside]) -> Markup {
    html! {
        section aria-labelledby="ditahan" {
            h2 id="ditahan" { "Perubahan yang ditahan" }
            @if aside.is_empty() {
                p.soft { "Tidak ada." }
            } @else {
                p.soft { "Perubahan ini tersimpan, tetapi belum diteruskan ke PC lain. Isinya tidak ditampilkan di sini." }
                table {
                    thead {
                        tr {
                            th scope="col" { "Diterima" }
                            th scope="col" { "Sebab" }
                            th scope="col" { "Tabel" }
                            th scope="col" { "Nomor" }
                        }
                    }
                    tbody {
                        @for one in aside.iter().take(200) {
                            tr {
                                td { (moment(one.received_at)) }
                                td { (reason(&one.reason)) }
                                td { (one.table) }
                                td.code { (hex(&one.op.0)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn differences(open: &[(u32, u64, i64)]) -> Markup {
    html! {
        section aria-labelledby="beda" {
            h2 id="beda" { "Isian yang berbeda" }
            @if open.is_empty() {
                p.soft { "Tidak ada." }
            } @else {
                p.soft { "Dua PC mengisi hal yang sama dengan cara berbeda. Kantor menyelesaikannya di layarnya sendiri." }
                table {
                    thead {
                        tr { th scope="col" { "Tabel" } th.n scope="col" { "Isian" } th scope="col" { "Sejak" } }
                    }
                    tbody {
                        @for (table, count, since) in open {
                            tr { td { (table) } td.n { (number(count.cast_signed())) } td { (moment(*since)) } }
                        }
                    }
                }
            }
        }
    }
}

fn published(numbers: &[Number]) -> Markup {
    html! {
        section aria-labelledby="angka" {
            h2 id="angka" { "Angka yang dilaporkan" }
            @if numbers.is_empty() {
                p.soft { "Kantor ini belum melaporkan angka." }
            } @else {
                table {
                    thead {
                        tr { th scope="col" { "Angka" } th scope="col" { "Masa" } th.n scope="col" { "Jumlah" } }
                    }
                    tbody {
                        @for one in numbers.iter().rev().take(120) {
                            tr { td { (kind(&one.kind)) } td { (period(&one.period)) } td.n { (number(one.value)) } }
                        }
                    }
                }
            }
        }
    }
}

fn witness(end: &End) -> Markup {
    html! {
        section aria-labelledby="audit" {
            h2 id="audit" { "Rantai audit" }
            p { "Catat akhir rantai ini di luar hub; kelak ia membuktikan bahwa tidak ada catatan yang diubah." }
            p.code { (end.n) ":" (hex(&end.link.0)) }
        }
    }
}
