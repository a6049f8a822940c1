//! What the desk keeps between two commands: a backup that was chosen, a file that is being imported, papers, plans.

use balai_documents::print::Printed;
use balai_domain::{
    base::refusal::Refusal,
    registration::import::{
        cell::Sheet,
        check::CheckedFile,
        intakes::IntakeChoice,
        mapping::Remembered,
        plan::{Decisions, ImportPlan},
        table_finder::Table,
    },
    scheduling::{arrange::Ready, mend::Mending},
};
use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};

/// Things laid ready.
#[derive(Debug, Default)]
pub struct Tray {
    backup: Mutex<Option<PathBuf>>,
    import: Mutex<Option<OpenImport>>,
    papers: Mutex<VecDeque<Laid>>,
    files: Mutex<Vec<PathBuf>>,
    planning: Mutex<Planning>,
}

/// What the planner laid ready.
#[derive(Debug, Default)]
pub struct Planning {
    /// Proposals, of which one is taken.
    pub ready: Vec<Ready>,
    /// A mending that was shown.
    pub mending: Option<Mending>,
    /// The officer wants the planner to stop.
    pub cancel: Arc<AtomicBool>,
}

impl Planning {
    /// Begins anew; what was ready is not any more. Answers the flag by which it is stopped.
    pub fn begin(&mut self) -> Arc<AtomicBool> {
        *self = Self::default();
        self.cancel.clone()
    }
}

/// Papers kept ready at once; an older one is made anew.
const PAPERS: usize = 4;

/// A paper that lies ready to be looked at, saved or printed.
#[derive(Debug)]
struct Laid {
    id: String,
    name: String,
    printed: Arc<Printed>,
}

/// A file on its way into the register. Cloning shares what is large.
#[derive(Clone, Debug)]
pub struct OpenImport {
    /// By which the page names it.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// Its sheets.
    pub sheets: Arc<Vec<Sheet>>,
    /// The sheet that is looked at.
    pub sheet: usize,
    /// The table in it.
    pub table: Table,
    /// What the columns hold.
    pub mapping: Option<Remembered>,
    /// Which intakes the rows go to.
    pub choice: IntakeChoice,
    /// The rows, checked.
    pub checked: Option<Arc<CheckedFile>>,
    /// What the clerk decided.
    pub decisions: Decisions,
    /// What would be done.
    pub plan: Option<Arc<ImportPlan>>,
    /// The clerk wants to stop.
    pub cancel: Arc<AtomicBool>,
}

impl OpenImport {
    /// A file just read.
    pub fn new(name: String, sheets: Vec<Sheet>, sheet: usize, table: Table) -> Self {
        Self {
            id: uuid::Uuid::now_v7().to_string(),
            name,
            sheets: Arc::new(sheets),
            sheet,
            table,
            mapping: None,
            choice: IntakeChoice::default(),
            checked: None,
            decisions: Decisions::new(),
            plan: None,
            cancel: Arc::default(),
        }
    }

    /// Another sheet: what was found out of the first does not count any more.
    pub fn look_at(&mut self, sheet: usize, table: Table) {
        *self = Self { sheet, table, mapping: None, checked: None, plan: None, ..self.clone() };
        self.decisions.clear();
    }

    /// The checked rows. Refuses `import.not_checked`.
    pub fn checked(&self) -> Result<Arc<CheckedFile>, Refusal> {
        self.checked.clone().ok_or_else(|| Refusal::new("import", "not_checked"))
    }

    /// The plan. Refuses `import.not_checked`.
    pub fn plan(&self) -> Result<Arc<ImportPlan>, Refusal> {
        self.plan.clone().ok_or_else(|| Refusal::new("import", "not_checked"))
    }
}

impl Tray {
    /// What the planner laid ready.
    pub fn planning(&self) -> MutexGuard<'_, Planning> {
        lock(&self.planning)
    }

    /// The backup that was chosen.
    pub fn backup(&self) -> MutexGuard<'_, Option<PathBuf>> {
        lock(&self.backup)
    }

    /// The file being imported.
    pub fn import(&self) -> MutexGuard<'_, Option<OpenImport>> {
        lock(&self.import)
    }

    /// The file of this id. Refuses `import.closed`.
    pub fn import_of(&self, id: &str) -> Result<OpenImport, Refusal> {
        let open = lock(&self.import).clone().filter(|open| open.id == id);
        open.ok_or_else(|| Refusal::new("import", "closed"))
    }

    /// Puts a file back, unless another was opened meanwhile.
    pub fn keep_import(&self, open: OpenImport) {
        let mut import = lock(&self.import);
        if import.as_ref().is_none_or(|now| now.id == open.id) {
            *import = Some(open);
        }
    }

    /// Lays a paper ready; answers by which it is found.
    pub fn lay_paper(&self, name: String, printed: Printed) -> String {
        let id = uuid::Uuid::now_v7().to_string();
        let mut papers = lock(&self.papers);
        papers.truncate(PAPERS - 1);
        papers.push_front(Laid { id: id.clone(), name, printed: Arc::new(printed) });
        id
    }

    /// The paper of this id with the name of its file. Refuses `desk.paper_gone`.
    pub fn paper(&self, id: &str) -> Result<(String, Arc<Printed>), Refusal> {
        let papers = lock(&self.papers);
        let laid = papers.iter().find(|laid| laid.id == id).ok_or_else(|| Refusal::new("desk", "paper_gone"))?;
        Ok((laid.name.clone(), laid.printed.clone()))
    }

    /// What one officer laid ready is not the next one's.
    pub fn put_papers_away(&self) {
        lock(&self.papers).clear();
    }

    /// A file written for the viewer, to be destroyed when the desk is left.
    pub fn note_file(&self, path: PathBuf) {
        lock(&self.files).push(path);
    }

    /// Puts everything away. Files for the viewer bear full numbers: they do not stay on the disk.
    pub fn clear(&self) {
        *lock(&self.import) = None;
        lock(&self.planning).begin();
        *lock(&self.backup) = None;
        self.put_papers_away();
        for file in lock(&self.files).drain(..) {
            if let Err(error) = std::fs::remove_file(file) {
                tracing::warn!("a printed paper stays in the temporary folder: {error}");
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
