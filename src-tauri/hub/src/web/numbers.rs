//! The numbers of all offices in one period, with their sums.

use super::frame::{fault, sheet};
use super::steward::Steward;
use super::words::{kind, number, period};
use crate::hub::Hub;
use crate::ledger::offices::{self, Office};
use crate::ledger::{Province, numbers, reading};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use balai_exchange::OfficeId;
use balai_exchange::published::Number;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Choice {
    masa: Option<String>,
}

pub async fn page(State(hub): State<Arc<Hub>>, Query(choice): Query<Choice>, steward: Steward) -> Response {
    let found = reading!(hub.ledger, &Province, |tx| {
        let periods = numbers::periods(tx).await?;
        let chosen = choice.masa.clone().or_else(|| periods.first().cloned());
        let told = match &chosen {
            Some(chosen) => numbers::of_period(tx, chosen).await?,
            None => Vec::new(),
        };
        Ok((offices::list(tx).await?, periods, chosen, told))
    });
    match found {
        Ok((offices, periods, Some(chosen), told)) => {
            let content = html! { (choose(&periods, &chosen)) (table(&offices, &told)) };
            sheet("Angka", Some(&steward), &content).into_response()
        }
        Ok(_) => {
            sheet("Angka", Some(&steward), &html! { p { "Belum ada kantor yang melaporkan angka." } }).into_response()
        }
        Err(error) => fault(&error),
    }
}

fn choose(periods: &[String], chosen: &str) -> Markup {
    html! {
        form.line method="get" action="/angka" {
            label for="masa" { "Masa" }
            select id="masa" name="masa" {
                @for one in periods {
                    option value=(one) selected[one == chosen] { (period(one)) }
                }
            }
            button type="submit" { "Tampilkan" }
        }
    }
}

fn table(offices: &[Office], told: &[(OfficeId, Number)]) -> Markup {
    let kinds: BTreeSet<&str> = told.iter().map(|(_, one)| one.kind.as_str()).collect();
    let values: BTreeMap<(OfficeId, &str), i64> =
        told.iter().map(|(office, one)| ((*office, one.kind.as_str()), one.value)).collect();
    let sum = |kind: &str| told.iter().filter(|(_, one)| one.kind == kind).map(|(_, one)| one.value).sum::<i64>();
    if kinds.is_empty() {
        return html! { p { "Tidak ada angka untuk masa ini." } };
    }
    html! {
        div.scroll tabindex="0" role="region" aria-label="Angka menurut kantor" {
            table {
                thead {
                    tr {
                        th scope="col" { "Kantor" }
                        @for one in &kinds { th.n scope="col" { (kind(one)) } }
                    }
                }
                tbody {
                    @for office in offices {
                        tr {
                            th scope="row" { a href={ "/kantor/" (office.code) } { (office.name) } }
                            @for one in &kinds {
                                td.n { (values.get(&(office.id, *one)).map_or_else(|| "–".to_owned(), |value| number(*value))) }
                            }
                        }
                    }
                }
                tfoot {
                    tr {
                        th scope="row" { "Jumlah" }
                        @for one in &kinds { td.n { (number(sum(one))) } }
                    }
                }
            }
        }
    }
}
