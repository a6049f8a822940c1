//! The contract with the page: one table of commands, from which come Tauri's handler, the gate's list, the
//! capability of the window and the page's TypeScript.

use crate::access::Access;
use std::{
    any::TypeId,
    collections::{BTreeMap, HashSet},
    fs, io,
    path::Path,
};
use ts_rs::{Config, TS, TypeVisitor};

/// One row of the table of commands.
#[derive(Debug)]
pub struct Row {
    /// The command's name, a noun and a verb.
    pub name: &'static str,
    /// Who may give it.
    pub access: Access,
}

/// Makes the handler, the rows, the TypeScript and a proof that each row matches its function from
/// `module::command(Input) -> Output, access;`.
macro_rules! commands {
    ($( $module:ident :: $name:ident ( $($input:ty)? ) -> $output:ty , $access:expr ; )*) => {
        /// Every command with who may give it.
        pub const COMMANDS: &[$crate::contract::Row] =
            &[$( $crate::contract::Row { name: stringify!($name), access: $access } ),*];

        /// Every command's input and output as the page sees them.
        pub fn contract() -> $crate::contract::Contract {
            let mut contract = $crate::contract::Contract::default();
            $( contract.command::<$crate::contract::input!($($input)?), $output>(stringify!($name)); )*
            contract
        }

        fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$( commands::$module::$name ),*]
        }

        $( const _: () = $crate::contract::matches!(commands::$module::$name, ($($input)?), $output); )*
    };
}
pub(crate) use commands;

/// The type of a command's input; the page sends `null` for none.
macro_rules! input {
    () => {
        ()
    };
    ($input:ty) => {
        $input
    };
}
pub(crate) use input;

/// Compiles only when the function takes the desk and the input and answers the output.
macro_rules! matches {
    ($function:path, (), $output:ty) => {{
        fn proof() {
            $crate::contract::without_input::<_, _, $output>($function);
        }
        let _ = proof;
    }};
    ($function:path, ($input:ty), $output:ty) => {{
        fn proof() {
            $crate::contract::with_input::<_, _, $input, $output>($function);
        }
        let _ = proof;
    }};
}
pub(crate) use matches;

pub(crate) fn without_input<F, Fut, O>(_: F)
where
    F: Fn(tauri::State<'static, crate::desk::Desk>) -> Fut,
    Fut: Future<Output = crate::failure::Answer<O>>,
{
}

pub(crate) fn with_input<F, Fut, I, O>(_: F)
where
    F: Fn(tauri::State<'static, crate::desk::Desk>, I) -> Fut,
    Fut: Future<Output = crate::failure::Answer<O>>,
{
}

/// The page's side of the table, in memory until it is written.
pub struct Contract {
    config: Config,
    types: BTreeMap<String, String>,
    seen: HashSet<TypeId>,
    rows: BTreeMap<&'static str, (Side, Side)>,
}

/// One side of a command: its type as written, and the names to import for it.
type Side = (String, Vec<String>);

impl Default for Contract {
    fn default() -> Self {
        let config = Config::default().with_large_int("number").with_import_extension(Some("ts"));
        Self { config, types: BTreeMap::new(), seen: HashSet::new(), rows: BTreeMap::new() }
    }
}

impl Contract {
    /// Adds a command.
    pub fn command<I: TS + 'static, O: TS + 'static>(&mut self, name: &'static str) {
        let (input, output) = (self.side::<I>(), self.side::<O>());
        self.rows.insert(name, (input, output));
    }

    /// Adds a type that crosses by another way, such as an event.
    pub fn also<T: TS + 'static>(&mut self) {
        self.visit::<T>();
    }

    fn side<T: TS + 'static>(&mut self) -> Side {
        self.visit::<T>();
        let mut names = Names { config: &self.config, found: Vec::new() };
        names.visit::<T>();
        (T::name(&self.config), names.found)
    }

    /// All files of the page's `bindings` folder by name.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files = self.types.clone();
        files.insert("commands.ts".to_owned(), self.commands_file());
        files
    }

    fn commands_file(&self) -> String {
        let mut imports: Vec<&String> = self.rows.values().flat_map(|(i, o)| i.1.iter().chain(&o.1)).collect();
        imports.sort();
        imports.dedup();
        let mut file = String::from("// Written from the table of commands in src-tauri/src/lib.rs; not by hand.\n");
        for name in imports {
            file.push_str(&format!("import type {{ {name} }} from \"./{name}.ts\";\n"));
        }
        file.push_str("\n/** Command name -> what it takes and what it answers. */\nexport interface Commands {\n");
        for (name, (input, output)) in &self.rows {
            file.push_str(&format!("  {name}: {{ input: {}; output: {} }};\n", input.0, output.0));
        }
        file.push_str("}\n");
        file
    }

    /// Writes the files and takes away those that no type stands behind any more.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let files = self.files();
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".ts") && !files.contains_key(&name) {
                fs::remove_file(entry.path())?;
            }
        }
        for (name, text) in files {
            fs::write(folder.join(name), text)?;
        }
        Ok(())
    }
}

impl TypeVisitor for Contract {
    /// Keeps the declaration of the type and of everything it stands on. Two types of one name cannot cross.
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let text = T::export_to_string(&self.config).unwrap_or_default();
            let text = text.replacen("// This file was generated by [ts-rs](https://github.com/Aleph-Alpha/ts-rs). Do not edit this file manually.", "// Written from the Rust type of the same name; not by hand.", 1);
            let before = self.types.insert(format!("{name}.ts"), text.clone());
            assert!(before.is_none_or(|before| before == text), "two types named {name} cross to the page");
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The names that a type needs imported, down to the first declared type on each way.
struct Names<'a> {
    config: &'a Config,
    found: Vec<String>,
}

impl TypeVisitor for Names<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            self.found.push(T::ident(self.config));
        }
        T::visit_generics(self);
    }
}

/// The capability of the main window: these commands and the hearing of events, nothing else.
pub fn capability(rows: &[Row]) -> String {
    let mut permissions = vec!["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()];
    permissions.extend(rows.iter().map(|row| format!("allow-{}", row.name.replace('_', "-"))));
    let capability = serde_json::json!({
        "$schema": "../../gen/schemas/desktop-schema.json",
        "identifier": "main",
        "description": "What the page may ask of the desk: our own commands and events. No files, no shell, no network.",
        "windows": ["main"],
        "permissions": permissions,
    });
    format!("{capability:#}\n")
}
