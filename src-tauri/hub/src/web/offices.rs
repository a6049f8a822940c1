//! The first page: the offices and how each fares.

use super::frame::{fault, sheet};
use super::steward::Steward;
use super::words::{ago, moment, number};
use crate::hub::Hub;
use crate::ledger::offices::{self, Office};
use crate::ledger::{Province, persons, reading};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::sync::Arc;

/// An office that was not heard for so long should be called: three days.
const QUIET: i64 = 3 * 24 * 60 * 60 * 1000;

pub async fn page(State(hub): State<Arc<Hub>>, steward: Steward) -> Response {
    let found = reading!(hub.ledger, &Province, |tx| Ok((offices::list(tx).await?, persons::shared(tx).await?)));
    match found {
        Ok((offices, shared)) => {
            let content = html! {
                (summary(&offices, hub.now()))
                (table(&offices, hub.now()))
                (same_people(&offices, &shared))
            };
            sheet("Kantor", Some(&steward), &content).into_response()
        }
        Err(error) => fault(&error),
    }
}

fn is_quiet(office: &Office, now: i64) -> bool {
    office.seen_at.is_none_or(|seen| now - seen > QUIET)
}

fn summary(offices: &[Office], now: i64) -> Markup {
    let quiet = offices.iter().filter(|office| is_quiet(office, now)).count();
    let sum = |of: fn(&Office) -> u64| number(offices.iter().map(of).sum::<u64>().cast_signed());
    html! {
        dl.sum {
            div { dt { "Kantor" } dd { (offices.len()) } }
            div { dt { "Tidak terdengar 3 hari" } dd { (quiet) } }
            div { dt { "Belum terkirim" } dd { (sum(|office| office.backlog)) } }
            div { dt { "Isian berbeda" } dd { (sum(|office| office.conflicts)) } }
            div { dt { "Ditahan" } dd { (sum(|office| office.quarantined)) } }
        }
    }
}

fn table(offices: &[Office], now: i64) -> Markup {
    if offices.is_empty() {
        return html! {
            p { "Belum ada kantor. Pengelola menambahkannya dengan perintah:" }
            pre { "balai-hub office add KODE \"NAMA\"" }
        };
    }
    html! {
        div.scroll tabindex="0" role="region" aria-label="Daftar kantor" {
            table {
                caption.hidden { "Kantor dan keadaannya" }
                thead {
                    tr {
                        th scope="col" { "Kode" }
                        th scope="col" { "Kantor" }
                        th scope="col" { "Terakhir terdengar" }
                        th.n scope="col" { "PC" }
                        th.n scope="col" { "Perubahan" }
                        th.n scope="col" { "Belum terkirim" }
                        th.n scope="col" { "Isian berbeda" }
                        th.n scope="col" { "Ditahan" }
                    }
                }
                tbody {
                    @for office in offices {
                        tr {
                            td.code { (office.code) }
                            th scope="row" { a href={ "/kantor/" (office.code) } { (office.name) } }
                            td { (heard(office, now)) }
                            td.n { (office.devices) }
                            td.n { (number(office.head.to_i64())) }
                            td.n { (number(office.backlog.cast_signed())) }
                            td.n { (watched(office.conflicts)) }
                            td.n { (watched(office.quarantined)) }
                        }
                    }
                }
            }
        }
    }
}

fn heard(office: &Office, now: i64) -> Markup {
    html! {
        @match office.seen_at {
            Some(seen) => {
                time datetime=(moment(seen)) title=(moment(seen)) { (ago(seen, now)) }
                @if is_quiet(office, now) { " " strong.warn { "perlu dihubungi" } }
            }
            None => span.soft { "belum pernah" },
        }
    }
}

fn watched(count: u64) -> Markup {
    let text = number(count.cast_signed());
    html! { @if count > 0 { strong.warn { (text) } } @else { (text) } }
}

fn same_people(offices: &[Office], shared: &[(balai_exchange::OfficeId, balai_exchange::OfficeId, u64)]) -> Markup {
    let name = |id| offices.iter().find(|office| office.id == id).map_or("–", |office| office.name.as_str());
    html! {
        section aria-labelledby="sama" {
            h2 id="sama" { "NIK yang terdaftar di dua kantor" }
            @if shared.is_empty() {
                p.soft { "Tidak ada." }
            } @else {
                p.soft { "Hub membandingkan sandi NIK, bukan NIK. Nama orangnya hanya diketahui kantornya." }
                table {
                    thead { tr { th scope="col" { "Kantor" } th scope="col" { "Kantor" } th.n scope="col" { "Orang" } } }
                    tbody {
                        @for (one, other, count) in shared {
                            tr { td { (name(*one)) } td { (name(*other)) } td.n { (number(count.cast_signed())) } }
                        }
                    }
                }
            }
        }
    }
}
