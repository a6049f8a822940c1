//! A real PostgreSQL for tests: started once per test program on a free port of the loopback, in a folder of its own,
//! gone when the program ends, however it ends.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Started at the first question. Its shell waits on our end of its input, which closes with this program.
static SERVER: OnceLock<Server> = OnceLock::new();

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// Of the role that the hub connects as: it owns its database and is no superuser, so the row-level security holds it.
const HUB: &str = "balai_hub";

struct Server {
    port: u16,
    programs: PathBuf,
    _shell: Child,
}

/// The address of a fresh, empty database on the test program's PostgreSQL.
pub fn fresh_database() -> String {
    let server = SERVER.get_or_init(start);
    let name = format!("hub_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    server.run("createdb", &["-O", HUB, &name]);
    format!("postgres://{HUB}@127.0.0.1:{}/{name}", server.port)
}

/// Runs a statement as the superuser, whom no wall holds: what somebody at the machine itself could do.
pub fn as_superuser(url: &str, sql: &str) -> String {
    let name = url.rsplit('/').next().unwrap_or_default();
    SERVER.get_or_init(start).run("psql", &["-d", name, "-At", "-c", sql])
}

impl Server {
    fn run(&self, program: &str, words: &[&str]) -> String {
        let output = Command::new(self.programs.join(program))
            .args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-U", "boss"])
            .args(words)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(output.status.success(), "{program} {words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

fn start() -> Server {
    let programs = programs().expect("PostgreSQL is installed: apt-get install postgresql");
    let folder = tempfile::Builder::new().prefix("balai-postgres-").tempdir().expect("a temporary folder").keep();
    let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port();
    let settings = [
        format!("-p {port}"),
        "-c listen_addresses=127.0.0.1".to_owned(),
        format!("-c unix_socket_directories={}", folder.display()),
        "-c default_transaction_isolation=serializable".to_owned(),
        "-c max_connections=200".to_owned(),
        "-c fsync=off".to_owned(),
    ]
    .join(" ");
    let script = format!(
        "cd {folder} && {bin}/initdb -D {folder}/data -A trust -U boss --no-sync >{folder}/initdb.log 2>&1 || exit 1
         {bin}/postgres -D {folder}/data {settings} & server=$!
         read -r end
         kill -INT $server; wait $server; cd /; rm -rf {folder}",
        folder = folder.display(),
        bin = programs.display(),
    );
    let mut shell = shell(&folder, &script).spawn().expect("a shell");
    let told = BufReader::new(shell.stderr.take().expect("its messages"));
    let mut lines = told.lines();
    let ready = lines.by_ref().map_while(Result::ok).any(|line| line.contains("ready to accept connections"));
    assert!(ready, "PostgreSQL does not start; see {}", folder.display());
    // Read on, or the server would wait for a reader of its messages.
    std::thread::spawn(move || lines.for_each(drop));
    let server = Server { port, programs, _shell: shell };
    server.run("createuser", &["--login", "--no-superuser", HUB]);
    server
}

/// PostgreSQL refuses to run as root, so root becomes the user that the package made.
fn shell(folder: &Path, script: &str) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"));
    let mut command = if root {
        let given = Command::new("chown").arg("postgres").arg(folder).status();
        assert!(given.is_ok_and(|status| status.success()), "the user postgres is there");
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh", "-c", script]);
        command
    } else {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    };
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// The newest installed version's programs.
fn programs() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .map(|version| version.path().join("bin"))
        .filter(|folder| folder.join("postgres").is_file())
        .collect();
    found.sort_by_key(|folder| {
        let version = folder.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        version.and_then(|version| version.parse::<u32>().ok())
    });
    found.pop()
}
