/**
 * One import from the file to its result. It outlives the screen, so that a look at a person in between loses nothing;
 * the file itself stays with the desk, the page knows it by its id.
 */
import { call, hear } from "../../../lib/ipc/call.ts";
import type { Decision } from "../../../lib/ipc/bindings/Decision.ts";
import type { DateOrders } from "../../../lib/ipc/bindings/DateOrders.ts";
import type { ImportFile } from "../../../lib/ipc/bindings/ImportFile.ts";
import type { ImportReport } from "../../../lib/ipc/bindings/ImportReport.ts";
import type { ImportTable } from "../../../lib/ipc/bindings/ImportTable.ts";
import type { Imported } from "../../../lib/ipc/bindings/Imported.ts";
import type { IntakeChoice } from "../../../lib/ipc/bindings/IntakeChoice.ts";
import type { Progress } from "../../../lib/ipc/bindings/Progress.ts";
import type { Target } from "../../../lib/ipc/bindings/Target.ts";
import { doubled } from "./targets.ts";

export const STEPS = 4;

class ImportJob {
  step = $state(0);
  file = $state.raw<ImportFile>();
  table = $state.raw<ImportTable>();
  targets = $state<Target[]>([]);
  orders = $state<DateOrders>({ birth: null, registered: null });
  choice = $state<IntakeChoice>({ all: null, by_text: {} });
  intakeName = $state("");
  /** The mapping comes from the last file of this layout. */
  remembered = $state(false);
  report = $state.raw<ImportReport>();
  /** Grows with every report, so that the rows are asked for again. */
  version = $state(0);
  imported = $state.raw<Imported>();
  busy = $state<"open" | "sheet" | "check" | "apply" | "return">();
  progress = $state.raw<Progress>();
  cancelling = $state(false);
  error = $state.raw<unknown>();

  hasName = $derived(this.targets.includes("full-name"));
  hasNik = $derived(this.targets.includes("nik"));
  twice = $derived(doubled(this.targets));

  /** Does one thing at a time and keeps what went wrong. */
  async #run<T>(what: NonNullable<ImportJob["busy"]>, act: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = what;
    this.error = undefined;
    try {
      return await act();
    } catch (thrown) {
      this.error = thrown;
      if ((thrown as { code?: string }).code === "closed") this.forget();
      return undefined;
    } finally {
      this.busy = undefined;
    }
  }

  open = () => this.#run("open", async () => {
    const file = await call("import_open");
    if (!file) return;
    this.forget();
    this.file = file;
    this.#take(file.table);
    this.step = 1;
  });

  sheet = (sheet: number) => this.#run("sheet", async () => {
    if (this.file) this.#take(await call("import_sheet", { id: this.file.id, sheet }));
  });

  #take(table: ImportTable) {
    this.table = table;
    this.report = undefined;
    this.remembered = table.remembered !== null;
    this.targets = table.remembered?.targets ?? table.columns.map((column) => column.target);
    this.orders = table.remembered?.orders ?? { birth: null, registered: null };
  }

  guessAgain() {
    this.remembered = false;
    this.targets = this.table?.columns.map((column) => column.target) ?? [];
    this.orders = { birth: null, registered: null };
  }

  check = () => this.#run("check", async () => {
    if (!this.file) return;
    this.report = await call("import_check", { id: this.file.id, targets: [...this.targets], orders: { ...this.orders }, choice: { all: this.choice.all, by_text: { ...this.choice.by_text } } });
    this.version += 1;
    this.step = 2;
  });

  decide = (rows: number[], decision: Decision | null) => this.#run("check", async () => {
    if (!this.file) return;
    this.report = await call("import_decide", { id: this.file.id, rows, decision });
    this.version += 1;
  });

  apply = (include_doubtful: boolean, note: string) => this.#run("apply", async () => {
    if (!this.file) return;
    const id = this.file.id;
    this.progress = { id, done: 0, total: this.report?.totals.rows ?? 0 };
    this.cancelling = false;
    const off = hear<Progress>("progress", (heard) => heard.id === id && (this.progress = heard));
    try {
      this.imported = await call("import_apply", { id, options: { include_doubtful, note } });
      this.step = 3;
    } finally {
      off();
      this.progress = undefined;
    }
    return this.imported;
  });

  cancel() {
    if (!this.file) return;
    this.cancelling = true;
    void call("import_cancel", this.file.id).catch(() => (this.cancelling = false));
  }

  sendBack = (doubtful: boolean) => this.#run("return", async () => (this.file ? await call("import_return", { id: this.file.id, doubtful }) : null));

  /** Lets the file go and begins anew. */
  reset() {
    if (this.file) void call("import_close", this.file.id).catch(() => {});
    this.forget();
    this.error = undefined;
  }

  forget() {
    this.step = 0;
    this.file = this.table = this.report = this.imported = this.progress = undefined;
    this.targets = [];
    this.choice = { all: null, by_text: {} };
    this.intakeName = "";
  }
}

export const job = new ImportJob();
