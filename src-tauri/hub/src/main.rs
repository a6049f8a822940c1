//! `balai-hub`: the hub of the exchange, and its own command line.

use balai_hub::admin::{self, args::Args};
use clap::Parser;
use std::process::ExitCode;
use std::sync::Arc;

#[tokio::main]
async fn main() -> ExitCode {
    match admin::give(Args::parse(), Arc::new(chrono::Utc::now)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
