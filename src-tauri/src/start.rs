//! Starting: which data folder, one window per folder, the gate before every command, the quiet clock.

use crate::{COMMANDS, backups, courier, desk::Desk, doorbell, failure::Failure, handler, logs, opening::Door, window};
use std::time::Duration;
use tauri::{Manager, ipc::Invoke};

/// Between two looks at how long it has been quiet.
const TICK: Duration = Duration::from_secs(5);

/// Between two looks at whether the courier should go.
const COURIER: Duration = Duration::from_secs(20);

/// Opens the window and stays until it is closed.
pub fn run() {
    if window::needs_plain_buffers() && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        restart_with_plain_buffers();
    }
    let sample = std::env::args().any(|word| word == "--sample") || std::env::var_os("BALAI_SAMPLE").is_some();
    let desk = Desk::new(balai_paperwork::place::data_folder(), sample);
    let (home, folder) = (desk.home(), desk.folder());
    if desk.take_folder().is_err() && doorbell::ring(&folder) {
        return;
    }
    logs::start(&home);
    tracing::info!("balai {} starts", env!("CARGO_PKG_VERSION"));
    let built = tauri::Builder::default()
        .manage(desk)
        .invoke_handler(gated(handler()))
        .setup(move |app| {
            let handle = app.handle().clone();
            let desk = app.state::<Desk>();
            desk.voice.give(handle.clone());
            // The file is opened while the window is built; the page's first question waits at the shut door.
            let door = tauri::async_runtime::block_on(desk.shut());
            let entering = handle.clone();
            tauri::async_runtime::spawn(async move { entering.state::<Desk>().enter(door).await });
            if desk.holds()
                && let Err(error) = doorbell::listen(&folder, move || window::show(&handle))
            {
                tracing::warn!("no doorbell: {error}");
            }
            window::open(app, &home)?;
            tauri::async_runtime::spawn(keep_watch(app.handle().clone()));
            tauri::async_runtime::spawn(send_the_courier(app.handle().clone()));
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = built {
        tracing::error!("the window did not open: {error}");
        eprintln!("balai-desk: {error}");
        std::process::exit(1);
    }
}

/// No command runs before the gate has let it through.
fn gated(inner: impl Fn(Invoke) -> bool + Send + Sync + 'static) -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    move |invoke| {
        let name = invoke.message.command();
        let Some(row) = COMMANDS.iter().find(|row| row.name == name) else { return false };
        let admitted = invoke.message.webview().state::<Desk>().admit(row.access);
        match admitted {
            Ok(()) => inner(invoke),
            Err(refusal) => {
                invoke.resolver.reject(Failure::Refusal(refusal));
                true
            }
        }
    }
}

/// Locks the desk when it has been quiet for too long, and backs up after hours of use.
async fn keep_watch(app: tauri::AppHandle) {
    let mut clock = tokio::time::interval(TICK);
    loop {
        clock.tick().await;
        let desk = app.state::<Desk>();
        let now = desk.now();
        let quiet = desk.seat().quiet_too_long(now);
        if quiet && desk.seat().lock() {
            desk.voice.locked();
        }
        let changes = desk.seat().changes();
        if desk.last_backup().due(now, changes)
            && let Door::Open(store) = &*desk.door().await
            && backups::make(&desk, store).await.is_err()
        {
            // Told to the log already; tried again after the next hours.
            desk.last_backup().note(now, changes);
        }
    }
}

/// The courier goes by itself when it is time; what it carries never keeps anybody at the desk waiting.
async fn send_the_courier(app: tauri::AppHandle) {
    let mut clock = tokio::time::interval(COURIER);
    loop {
        clock.tick().await;
        courier::keep_watch(&app).await;
    }
}

/// The environment may only be changed before there are threads, so the program starts itself anew.
fn restart_with_plain_buffers() {
    let Ok(program) = std::env::current_exe() else { return };
    let mut again = std::process::Command::new(program);
    again.args(std::env::args_os().skip(1)).env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    if let Ok(ended) = again.status() {
        std::process::exit(ended.code().unwrap_or(1));
    }
}
