//! Signing in and out.

use super::frame::{fault, sheet};
use super::steward::{self, Steward};
use super::{password, words};
use crate::hub::Hub;
use crate::ledger::{Province, reading, stewards};
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Entry {
    name: String,
    password: String,
}

#[derive(Deserialize)]
pub struct Leave {
    csrf: String,
}

pub async fn form() -> Markup {
    page(None)
}

fn page(wrong: Option<&str>) -> Markup {
    sheet(
        "Masuk",
        None,
        &html! {
            form.narrow method="post" action="/masuk" {
                @if let Some(wrong) = wrong {
                    p.bad role="alert" id="wrong" { (wrong) }
                }
                label for="name" { "Nama" }
                input id="name" name="name" autocomplete="username" required autofocus aria-describedby=[wrong.map(|_| "wrong")];
                label for="password" { "Kata sandi" }
                input id="password" name="password" type="password" autocomplete="current-password" required aria-describedby=[wrong.map(|_| "wrong")];
                button type="submit" { "Masuk" }
                p.soft { "Akun dibuat oleh pengelola hub." }
            }
        },
    )
}

pub async fn enter(State(hub): State<Arc<Hub>>, Form(entry): Form<Entry>) -> Response {
    if let Err(pause) = hub.limits.sign_ins.take((), 1.0, hub.now()) {
        let wait = format!("Terlalu banyak percobaan. Coba lagi {} lagi.", words::duration(pause));
        return (StatusCode::TOO_MANY_REQUESTS, page(Some(&wait))).into_response();
    }
    let kept = match reading!(hub.ledger, &Province, |tx| stewards::password(tx, &entry.name).await) {
        Ok(kept) => kept,
        Err(error) => return fault(&error),
    };
    let tried = entry.password;
    // Half a second of work and 64 MiB: not on the threads that answer others.
    let fits = tokio::task::spawn_blocking(move || password::fits(&tried, kept.as_deref())).await.unwrap_or(false);
    if !fits {
        let wrong = "Nama atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.";
        return (StatusCode::UNAUTHORIZED, page(Some(wrong))).into_response();
    }
    match steward::open(&hub, &entry.name).await {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response(),
        Err(error) => fault(&error),
    }
}

pub async fn leave(
    State(hub): State<Arc<Hub>>,
    steward: Steward,
    headers: HeaderMap,
    Form(leave): Form<Leave>,
) -> Response {
    if leave.csrf != steward.session.csrf {
        return StatusCode::FORBIDDEN.into_response();
    }
    match steward::close(&hub, &headers).await {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/masuk")).into_response(),
        Err(error) => fault(&error),
    }
}
