//! A window that shows one line and does nothing: the floor of `cargo xtask bench registration window`, of the same
//! crates and the same size as the desk's.

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

const PAGE: &str = "<!doctype html><html lang=id><title>Kosong</title>\
    <body style='background:#345;color:#fff;font:16px sans-serif'><p>Jendela kosong</p></body></html>";

fn main() {
    let built = tauri::Builder::default()
        .register_uri_scheme_protocol("blank", |_, _| {
            let page = Response::builder().header("content-type", "text/html; charset=utf-8");
            page.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("blank://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "main", page).title("Balai").inner_size(1280.0, 800.0).center().build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("blank_window: {error}");
        std::process::exit(1);
    }
}
