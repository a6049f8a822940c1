//! What every page has around it.

use super::steward::Steward;
use crate::ledger;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// A page with its title; with the way around for whoever is signed in.
pub fn sheet(title: &str, steward: Option<&Steward>, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Hub Balai" }
                link rel="stylesheet" href="/gaya.css";
            }
            body {
                a.skip href="#isi" { "Langsung ke isi" }
                header.top {
                    p.name { "Hub Balai" }
                    @if let Some(steward) = steward {
                        nav aria-label="Halaman" {
                            ul {
                                @for (path, name) in [("/", "Kantor"), ("/angka", "Angka")] {
                                    li { a href=(path) aria-current=[(name == title).then_some("page")] { (name) } }
                                }
                            }
                        }
                        form method="post" action="/keluar" {
                            input type="hidden" name="csrf" value=(steward.session.csrf);
                            span.soft { (steward.session.name) }
                            button.quiet type="submit" { "Keluar" }
                        }
                    }
                }
                main id="isi" tabindex="-1" {
                    h1 { (title) }
                    (content)
                }
            }
        }
    }
}

/// Something failed at the hub.
pub fn fault(error: &ledger::Error) -> Response {
    tracing::error!(%error, "a page failed");
    let page = sheet(
        "Hub sedang tidak dapat menjawab",
        None,
        &html! {
            p { "Coba lagi sebentar lagi. Bila tetap begini, beri tahu pengelola hub: sebabnya tercatat dalam log." }
            p { a href="/" { "Kembali ke daftar kantor" } }
        },
    );
    (StatusCode::SERVICE_UNAVAILABLE, page).into_response()
}

/// Nothing here under this name.
pub fn missing(steward: &Steward) -> Response {
    let page = sheet(
        "Tidak ada",
        Some(steward),
        &html! {
            p { "Kantor itu tidak ada dalam daftar hub." }
            p { a href="/" { "Kembali ke daftar kantor" } }
        },
    );
    (StatusCode::NOT_FOUND, page).into_response()
}
