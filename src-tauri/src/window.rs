//! The main window: its size, remembered; its end, at which the office is backed up and closed.

use crate::desk::Desk;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use tauri::{
    App, AppHandle, LogicalSize, Manager, Monitor, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

/// The window's label, to which the capability belongs.
pub const MAIN: &str = "main";
const SIZE: Size = Size { width: 1280.0, height: 800.0, maximized: false };
const LEAST: (f64, f64) = (1024.0, 640.0);
const FILE: &str = "window.json";

/// As it was left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Size {
    width: f64,
    height: f64,
    maximized: bool,
}

impl Size {
    /// What was written, made sane: a monitor may be gone, a file may be damaged.
    fn sane(self) -> Size {
        let within =
            |value: f64, least: f64, most: f64| if value.is_finite() { value.clamp(least, most) } else { least };
        Size { width: within(self.width, LEAST.0, 7680.0), height: within(self.height, LEAST.1, 4320.0), ..self }
    }
}

/// Opens the window.
pub fn open(app: &App, data: &Path) -> tauri::Result<()> {
    let size = fitting(read(data), app.primary_monitor()?.as_ref());
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Balai")
        .inner_size(size.width, size.height)
        .min_inner_size(LEAST.0, LEAST.1)
        .maximized(size.maximized)
        .center()
        // Built out of sight: a window on the screen makes the program wait for the web view's picture of nothing,
        // and while it waits it gives out no file of the page.
        .visible(false)
        .devtools(cfg!(debug_assertions))
        .build()?;
    window.show()?;
    let (handle, file) = (window.clone(), data.join(FILE));
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            keep(&handle, &file);
            leave(handle.app_handle().clone());
        }
    });
    Ok(())
}

/// A window that the screen cannot hold fills it instead.
fn fitting(size: Size, monitor: Option<&Monitor>) -> Size {
    let Some(monitor) = monitor else { return size };
    let room = monitor.work_area().size.to_logical::<f64>(monitor.scale_factor());
    within(size, room.width, room.height)
}

fn within(size: Size, width: f64, height: f64) -> Size {
    if size.width <= width && size.height <= height {
        return size;
    }
    Size { width: size.width.min(width), height: size.height.min(height), maximized: true }
}

/// Shows the window again, for a second start.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        for done in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = done {
                tracing::warn!("window: {error}");
            }
        }
    }
}

/// Backs up, closes the file, ends the program.
fn leave(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        app.state::<Desk>().leave().await;
        app.exit(0);
    });
}

fn read(data: &Path) -> Size {
    let written = std::fs::read(data.join(FILE)).ok();
    written.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or(SIZE).sane()
}

fn keep(window: &WebviewWindow, file: &PathBuf) {
    let maximized = window.is_maximized().unwrap_or(false);
    let scale = window.scale_factor().unwrap_or(1.0);
    let Ok(size) = window.inner_size().map(|size| size.to_logical::<f64>(scale)) else { return };
    let LogicalSize { width, height } = size;
    let size = if maximized { Size { maximized, ..SIZE } } else { Size { width, height, maximized } };
    if let Ok(text) = serde_json::to_vec(&size) {
        // A window of the usual size next time is no loss worth a word.
        let _ = std::fs::write(file, text);
    }
}

/// WebKit's own buffers show a white window on NVIDIA's driver. Told before any thread starts.
pub fn needs_plain_buffers() -> bool {
    cfg!(target_os = "linux") && Path::new("/proc/driver/nvidia").exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remembered_size_is_never_too_small_or_mad() {
        let sane = Size { width: 3.0, height: f64::NAN, maximized: true }.sane();
        assert_eq!(sane, Size { width: 1024.0, height: 640.0, maximized: true });
        assert_eq!(SIZE.sane(), SIZE);
    }

    #[test]
    fn a_small_screen_is_filled_and_a_large_one_is_not() {
        assert_eq!(within(SIZE, 1920.0, 1040.0), SIZE);
        let filled = within(SIZE, 1366.0, 728.0);
        assert_eq!(filled, Size { width: 1280.0, height: 728.0, maximized: true });
    }

    #[test]
    fn a_damaged_file_gives_the_usual_size() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(FILE), "{\"width\":").expect("written");
        assert_eq!(read(folder.path()), SIZE);
    }
}
