//! The office: rules, SQL, sync. Knows neither Tauri nor HTTP.
