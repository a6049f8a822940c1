//! The desk: the Tauri shell. No SQL, no rules: it unpacks what the page asks, calls the domain, answers.

mod access;
mod backups;
mod commands;
mod contract;
mod courier;
mod crossing;
mod desk;
mod dialog;
mod doorbell;
mod events;
mod failure;
mod logs;
mod opening;
mod place;
#[cfg(test)]
mod rights_tests;
mod sample;
mod seat;
mod start;
mod tray;
mod viewer;
mod window;

use access::Access::{Anyone, May, Rescue, SignedIn};
pub use contract::{Contract, Row, capability};
use crossing::*;
pub use start::run;

// The table of commands: file, name, what it takes, what it answers, who may give it.
contract::commands! {
    office::office_status() -> OfficeStatus, Anyone;
    office::office_first_run(FirstRunDraft) -> OfficeStatus, Anyone;
    office::office_unlock(Passphrase) -> OfficeStatus, Anyone;
    office::office_retry() -> OfficeStatus, Anyone;
    office::sample_open() -> OfficeStatus, Anyone;
    office::sample_leave() -> OfficeStatus, Anyone;
    office::office_change(Office) -> (), May(Manage);
    office::setting_list() -> Vec<Setting>, SignedIn;
    office::setting_change(SettingChange) -> (), May(Manage);
    office::number_list(NumberSeries) -> Vec<NumberBlock>, May(Manage);
    office::number_allot(BlockDraft) -> (), May(Manage);
    office::device_name(DeviceName) -> (), May(Manage);
    office::desk_counter(CounterMode) -> (), SignedIn;

    session::session_sign_in(SignIn) -> Session, Anyone;
    session::session_sign_out() -> (), Anyone;
    session::session_lock() -> (), Anyone;
    session::session_password(PasswordChange) -> (), SignedIn;
    session::session_display(DisplayChoice) -> Session, SignedIn;
    session::officer_list() -> Vec<OfficerCard>, SignedIn;
    session::officer_save(OfficerDraft) -> Id<Officer>, May(Manage);

    notes::draft_keep(DraftToKeep) -> (), SignedIn;
    notes::draft_drop(String) -> (), SignedIn;
    notes::draft_list() -> Vec<Draft>, SignedIn;
    notes::view_list(String) -> Vec<SavedView>, May(Look);
    notes::view_save(ViewDraft) -> Id<SavedView>, May(Look);
    notes::view_retire(Id<SavedView>) -> (), May(Look);

    acts::act_list() -> Vec<ActRow>, SignedIn;
    acts::act_undo(i64) -> i64, SignedIn;

    key::key_status() -> KeyStatus, May(Manage);
    key::key_passphrase(PassphraseChange) -> (), May(Manage);
    key::key_keyring(bool) -> KeyStatus, May(Manage);

    backup::backup_make() -> Option<String>, May(Backup);
    backup::backup_list() -> Vec<BackupCard>, Rescue(Backup);
    backup::backup_choose() -> Option<BackupCard>, Rescue(Backup);
    backup::backup_check(String) -> BackupCard, Rescue(Backup);
    backup::backup_restore(Restore) -> (), Rescue(Manage);
    backup::office_set_aside() -> Option<String>, Rescue(Manage);

    people::person_search(SearchQuery) -> Vec<SearchHit>, May(Look);
    people::person_list(PeopleQuery) -> PeoplePage, May(Look);
    people::person_get(Id<Person>) -> PersonDetail, May(Look);
    people::person_suggest(String) -> Option<NikSuggestion>, May(Register);
    people::person_check(PersonDraft) -> Vec<Finding>, May(Register);
    people::person_lookalikes(PersonDraft) -> Vec<Lookalike>, May(Register);
    people::person_save(PersonDraft) -> SavedPerson, May(Register);
    people::person_unmask(UnmaskRequest) -> String, May(Unmask);
    people::person_story(Id<Person>) -> Vec<Change>, May(Look);
    people::person_disclosures(Id<Person>) -> Vec<Disclosure>, May(Look);
    people::person_restrict(PersonSwitch) -> (), May(Register);
    people::person_retire(PersonSwitch) -> (), May(Register);
    people::person_erase(PersonReason) -> (), May(Erase);

    duplicate::duplicate_list() -> Vec<DuplicatePair>, May(Merge);
    duplicate::duplicate_pair(TwoPeople) -> Pair, May(Merge);
    duplicate::duplicate_merge(MergeChoice) -> i64, May(Merge);
    duplicate::duplicate_unmerge(Id<PersonMerge>) -> Unmerged, May(Merge);
    duplicate::duplicate_apart(TwoPeople) -> i64, May(Merge);

    papers::background_list(Id<Person>) -> Vec<Background>, May(Look);
    papers::background_save(BackgroundList) -> (), May(Register);
    papers::document_list(Id<Person>) -> Vec<Document>, May(Look);
    papers::document_checklist(ChecklistQuery) -> Vec<ChecklistItem>, May(Look);
    papers::document_save(DocumentDraft) -> Id<Document>, May(Register);
    papers::document_attach(Id<Document>) -> bool, May(Register);
    papers::document_detach(Id<Document>) -> (), May(Register);
    papers::document_retire(Id<Document>) -> (), May(Register);
    papers::document_scan(Id<Document>) -> Paper, May(Unmask);
    papers::photo_save(PhotoDraft) -> (), May(Register);
    papers::photo_remove(Id<Person>) -> (), May(Register);
    papers::photo_read(Id<Person>) -> Option<String>, May(Look);

    card::card_list(Id<Person>) -> Vec<CardView>, May(Look);
    card::card_find(String) -> Vec<FoundCard>, May(Look);
    card::card_due(DueQuery) -> Vec<DueReport>, May(Look);
    card::card_events(Id<Person>) -> Vec<SeekerEvent>, May(Look);
    card::card_readiness(Id<Person>) -> Readiness, May(Right::Card);
    card::card_issue(CardIssue) -> Id<Card>, May(Right::Card);
    card::card_renew(CardRenewal) -> Id<Card>, May(Right::Card);
    card::card_report(ReportNote) -> CardReport, May(Right::Card);
    card::card_place(CardPlacement) -> (), May(Right::Card);
    card::card_take_back(CardReturn) -> (), May(Right::Card);
    card::card_void(CardVoid) -> (), May(Right::Card);

    calendar::calendar_year(i32) -> CalendarYear, May(Look);
    calendar::holiday_save(HolidayDraft) -> SavedHoliday, May(Right::Programme);
    calendar::holiday_retire(Id<Holiday>) -> (), May(Right::Programme);
    calendar::pattern_list(bool) -> Vec<PatternRow>, May(Look);
    calendar::pattern_save(PatternDraft) -> Id<TimePattern>, May(Right::Programme);
    calendar::pattern_retire(PatternMark) -> (), May(Right::Programme);
    calendar::season_list() -> Vec<SeasonRow>, May(Look);
    calendar::season_save(SeasonDraft) -> Id<Season>, May(Right::Programme);
    calendar::season_retire(Id<Season>) -> (), May(Right::Programme);

    batch::batch_list(bool) -> Vec<BatchRow>, May(Look);
    batch::batch_get(Id<Batch>) -> BatchRow, May(Look);
    batch::batch_blank(BatchStart) -> BatchDraft, May(Right::Programme);
    batch::batch_outlook(BatchDraft) -> BatchOutlook, May(Look);
    batch::batch_save(BatchDraft) -> Id<Batch>, May(Right::Programme);
    batch::batch_retire(BatchMark) -> (), May(Right::Programme);
    batch::batch_cancel(BatchEnd) -> (), May(Right::Programme);

    timetable::timetable_list() -> Vec<Plan>, May(Look);
    timetable::board_names() -> Names, May(Look);
    timetable::board_week(BoardQuery) -> BoardWeek, May(Look);
    timetable::board_verdict(SessionPlace) -> Vec<Clash>, May(Look);
    timetable::board_openings(OpeningQuery) -> Vec<Opening>, May(Look);
    timetable::board_candidates(Id<Lesson>) -> Vec<Candidate>, May(Look);
    timetable::board_place(SessionPlace) -> (), May(Right::Programme);
    timetable::board_swap(SessionSwap) -> (), May(Right::Programme);
    timetable::board_lock(SessionLock) -> (), May(Right::Programme);
    timetable::board_remove(SessionIds) -> (), May(Right::Programme);
    timetable::timetable_copy(CopyOrder) -> Id<Plan>, May(Right::Programme);
    timetable::timetable_discard(Id<Plan>) -> (), May(Right::Programme);
    timetable::timetable_compare(Id<Plan>) -> Comparison, May(Look);
    timetable::timetable_publish(Id<Plan>) -> Publication, May(Right::Programme);
    timetable::notice_pending() -> Vec<NoticeLine>, May(Look);
    timetable::notice_issue(String) -> Id<ChangeNotice>, May(Right::Programme);
    timetable::notice_list() -> Vec<NoticeView>, May(Look);
    timetable::load_month(NaiveDate) -> LoadMonth, May(Look);
    timetable::rule_list() -> Vec<RuleRow>, May(Look);
    timetable::rule_set(RuleChange) -> (), May(Right::Programme);
    planning::plan_arrange(ArrangeOrder) -> Arrangement, May(Right::Programme);
    planning::plan_cancel() -> (), May(Right::Programme);
    planning::plan_accept(ProposalChoice) -> Taken, May(Right::Programme);
    planning::repair_preview(RepairOrder) -> RepairPreview, May(Right::Programme);
    planning::repair_accept(String) -> (), May(Right::Programme);
    timetable_print::timetable_print(TimetablePrint) -> Paper, May(Look);
    timetable_print::timetable_save(TimetableSave) -> Option<String>, May(Look);
    timetable_print::load_print(NaiveDate) -> Paper, May(Look);
    timetable_print::load_save(NaiveDate) -> Option<String>, May(Look);
    timetable_print::notice_print(Id<ChangeNotice>) -> Paper, May(Look);

    catalog::department_list(bool) -> Vec<Department>, May(Look);
    catalog::department_save(DepartmentDraft) -> Id<Department>, May(Right::Programme);
    catalog::department_retire(DepartmentMark) -> (), May(Right::Programme);
    catalog::unit_list(UnitQuery) -> Vec<UnitRow>, May(Look);
    catalog::unit_save(UnitDraft) -> Id<Unit>, May(Right::Programme);
    catalog::unit_retire(UnitMark) -> (), May(Right::Programme);
    catalog::programme_list(bool) -> Vec<ProgrammeRow>, May(Look);
    catalog::programme_detail(Id<Programme>) -> ProgrammeDetail, May(Look);
    catalog::programme_save(ProgrammeDraft) -> Id<Programme>, May(Right::Programme);
    catalog::programme_retire(ProgrammeMark) -> (), May(Right::Programme);
    catalog::programme_renew(NewVersion) -> Id<Programme>, May(Right::Programme);
    catalog::syllabus_save(UnitSheet) -> (), May(Right::Programme);
    catalog::unit_supply_save(SupplySheet) -> (), May(Right::Programme);
    catalog_import::catalog_open(CatalogKind) -> Option<CatalogFile>, May(Right::Programme);
    catalog_import::catalog_check(CatalogImport) -> Vec<CatalogRow>, May(Right::Programme);
    catalog_import::catalog_apply(CatalogImport) -> CatalogImported, May(Right::Programme);

    instructor::instructor_list(bool) -> Vec<InstructorRow>, May(Look);
    instructor::instructor_detail(Id<Instructor>) -> InstructorDetail, May(Look);
    instructor::instructor_save(InstructorDraft) -> Id<Instructor>, May(Right::Programme);
    instructor::instructor_retire(InstructorMark) -> (), May(Right::Programme);
    instructor::competence_save(CompetenceSheet) -> (), May(Right::Programme);
    instructor::availability_save(HoursSheet) -> (), May(Right::Programme);
    instructor::absence_save(AbsenceDraft) -> Id<Absence>, May(Right::Programme);
    instructor::absence_remove(Id<Absence>) -> (), May(Right::Programme);

    room::room_list(bool) -> Vec<RoomRow>, May(Look);
    room::room_save(RoomDraft) -> Id<Room>, May(Right::Programme);
    room::room_retire(RoomMark) -> (), May(Right::Programme);
    room::closure_save(ClosureDraft) -> Id<Closure>, May(Right::Programme);
    room::closure_remove(Id<Closure>) -> (), May(Right::Programme);
    room::supply_list(bool) -> Vec<Supply>, May(Look);
    room::supply_save(SupplyDraft) -> Id<Supply>, May(Right::Programme);
    room::supply_retire(SupplyMark) -> (), May(Right::Programme);

    registration::intake_blank(Id<Programme>) -> IntakeDraft, May(Right::Programme);
    registration::intake_list(bool) -> Vec<IntakeRow>, May(Look);
    registration::intake_detail(Id<Intake>) -> IntakeDetail, May(Look);
    registration::intake_save(IntakeDraft) -> Id<Intake>, May(Right::Programme);
    registration::intake_retire(IntakeMark) -> (), May(Right::Programme);
    registration::application_findings(Fit) -> Vec<RuleFinding>, May(Register);
    registration::application_save(ApplicationDraft) -> Id<Application>, May(Register);
    registration::rows_enter(RowsDraft) -> RowsDone, May(Register);
    registration::application_assign(Assignment) -> (), May(Register);
    registration::application_move(ApplicationMove) -> (), May(Register);
    registration::application_list(ApplicationQuery) -> ApplicationPage, May(Look);
    registration::application_ids(ApplicationQuery) -> Vec<Id<Application>>, May(Look);
    registration::application_story(Id<Person>) -> Vec<PersonApplication>, May(Look);
    registration::bulk_preview(BulkOrder) -> Vec<BulkLine>, May(Bulk);
    registration::bulk_apply(BulkOrder) -> BulkDone, May(Bulk);

    print::card_print(CardPrint) -> Paper, May(Right::Card);
    print::receipt_print(Id<Application>) -> Paper, May(Register);
    print::privacy_print() -> Paper, May(Register);
    print::application_print(ApplicationQuery) -> Paper, May(Look);
    print::person_export(PersonExport) -> Paper, May(Export);
    print::person_export_data(PersonExport) -> Option<String>, May(Export);
    print::paper_page(PaperPage) -> String, SignedIn;
    print::paper_save(String) -> Option<String>, SignedIn;
    print::paper_show(String) -> (), SignedIn;
    print::log_show() -> (), SignedIn;

    import::import_open() -> Option<ImportFile>, May(Bulk);
    import::import_sheet(ImportSheetChoice) -> ImportTable, May(Bulk);
    import::import_check(ImportMapping) -> ImportReport, May(Bulk);
    import::import_rows(ImportRowsQuery) -> ImportRows, May(Bulk);
    import::import_decide(ImportDecisions) -> ImportReport, May(Bulk);
    import::import_apply(ImportOrder) -> Imported, May(Bulk);
    import::import_cancel(String) -> (), May(Bulk);
    import::import_return(ImportReturn) -> Option<String>, May(Bulk);
    import::import_close(String) -> (), May(Bulk);

    exchange::exchange_status() -> ExchangeStatus, SignedIn;
    exchange::exchange_enrol(EnrolDraft) -> (), May(Manage);
    exchange::exchange_leave() -> (), May(Manage);
    exchange::exchange_mode(ExchangeMode) -> (), May(Manage);
    exchange::exchange_now() -> Run, SignedIn;
    exchange::exchange_stop() -> (), SignedIn;
    exchange::exchange_preview() -> Leaving, May(Look);
    exchange::exchange_act(i64) -> Vec<LeavingRow>, May(Unmask);
    exchange::exchange_questions() -> Vec<Question>, May(Merge);
    exchange::exchange_settle(Settlement) -> i64, May(Merge);
    exchange::bundle_export() -> Option<BundleDone>, May(Backup);
    exchange::bundle_import() -> Option<BundleDone>, May(Backup);

    region::region_search(String) -> Vec<RegionHit>, SignedIn;
    region::region_path(String) -> Option<RegionPath>, Anyone;
    region::region_children(String) -> Vec<RegionChoice>, Anyone;
    region::region_regencies() -> Vec<RegionChoice>, Anyone;

    company::company_list(bool) -> Vec<CompanyRow>, May(Look);
    company::company_save(CompanyDraft) -> Id<Company>, May(Right::Fair);
    company::company_retire(CompanyMark) -> (), May(Right::Fair);
    vacancy::vacancy_list(bool) -> Vec<VacancyRow>, May(Look);
    vacancy::vacancy_save(VacancyDraft) -> Id<Vacancy>, May(Right::Fair);
    vacancy::vacancy_retire(VacancyMark) -> (), May(Right::Fair);
    vacancy::code_search(CodeQuery) -> Vec<ClassCode>, May(Look);

    fair::fair_list(bool) -> Vec<FairRow>, SignedIn;
    fair::fair_get(Id<Fair>) -> FairDetail, SignedIn;
    fair::fair_save(FairDraft) -> Id<Fair>, May(Right::Fair);
    fair::fair_retire(FairMark) -> (), May(Right::Fair);
    fair::participation_list(Id<Fair>) -> Vec<ParticipationRow>, May(Look);
    fair::participation_invite(Invitation) -> i64, May(Right::Fair);
    fair::participation_move(ParticipationMove) -> (), May(Right::Fair);
    fair::offer_list(Id<Participation>) -> Vec<Id<Vacancy>>, May(Look);
    fair::offer_save(OfferSheet) -> (), May(Right::Fair);
    fair::hall_list(Id<Fair>) -> Vec<HallView>, May(Look);
    fair::hall_save(HallDraft) -> Id<Hall>, May(Right::Fair);
    fair::hall_remove(Id<Hall>) -> (), May(Right::Fair);
    fair::hall_rows(BoothRows) -> Vec<BoothLine>, May(Right::Fair);
    fair::booth_arrange(ArrangeBooths) -> Vec<BoothProposal>, May(Right::Fair);
    fair::booth_place(BoothSheet) -> (), May(Right::Fair);
    fair::duty_list(Option<Id<Fair>>) -> Vec<DutyRow>, May(Look);
    fair::duty_done(DutyMark) -> (), May(Right::Fair);
    fair::duty_remind(Vec<Id<FairDuty>>) -> (), May(Right::Fair);

    gate::ticket_give(TicketDraft) -> Given, May(Right::Gate);
    gate::visit_list(VisitQuery) -> VisitPage, May(Look);
    gate::ticket_block(TicketBlock) -> (), May(Right::Fair);
    gate::gate_scan(Scan) -> ScanAnswer, May(Right::Gate);
    gate::gate_state(Id<Fair>) -> GateState, May(Right::Gate);
    gate::gate_clock(ClockMark) -> (), May(Right::Fair);
    gate::visit_advice(Id<Visit>) -> Vec<BoothAdvice>, May(Right::Gate);
    gate::consent_get(Id<Visit>) -> Vec<ConsentField>, May(Right::Gate);
    gate::consent_save(ConsentDraft) -> (), May(Right::Gate);

    fair_jobs::job_list(JobQuery) -> JobPage, May(Look);
    fair_jobs::candidate_get(Id<JobApplication>) -> Seen, May(Right::Fair);
    fair_jobs::job_apply(JobWish) -> Id<JobApplication>, May(Right::Fair);
    fair_jobs::job_scan(TwoScans) -> JobRow, May(Right::Fair);
    fair_jobs::job_move(JobMove) -> (), May(Right::Fair);
    fair_jobs::placement_count() -> usize, May(Right::Fair);
    fair_jobs::interview_list(Id<Fair>) -> Vec<InterviewRow>, May(Look);
    fair_jobs::interview_free(InterviewSearch) -> DateTime<Utc>, May(Right::Fair);
    fair_jobs::interview_save(InterviewDraft) -> Id<Interview>, May(Right::Fair);
    fair_jobs::interview_remove(Id<Interview>) -> (), May(Right::Fair);
    fair_jobs::queue_list(Id<Fair>) -> Vec<QueueRow>, May(Look);
    fair_jobs::queue_take(QueueWish) -> Id<QueueTicket>, May(Right::Gate);
    fair_jobs::queue_call(Id<Participation>) -> Option<Id<QueueTicket>>, May(Right::Fair);
    fair_jobs::queue_mark(QueueMark) -> (), May(Right::Fair);
    fair_jobs::fair_report(Id<Fair>) -> FairReport, May(Look);
    fair_jobs::fair_demand(Id<Fair>) -> Vec<ProgrammeDemand>, May(Look);

    fair_import::fair_sheet_open(FairSheetKind) -> Option<FairSheetFile>, May(Right::Fair);
    fair_import::fair_sheet_check(FairSheetImport) -> Vec<CatalogRow>, May(Right::Fair);
    fair_import::fair_sheet_apply(FairSheetImport) -> CatalogImported, May(Right::Fair);
    fair_print::ticket_print(Id<Visit>) -> Paper, May(Right::Gate);
    fair_print::floor_print(Id<Fair>) -> Paper, May(Look);
    fair_print::booth_print(Id<Participation>) -> Paper, May(Look);
    fair_print::fair_report_print(Id<Fair>) -> Paper, May(Look);
    fair_print::fair_report_save(Id<Fair>) -> Option<String>, May(Look);
    fair_print::result_sheet_save(Id<Participation>) -> Option<String>, May(Right::Fair);
}

/// Writes the page's TypeScript: one file per type and `commands.ts`.
pub fn bindings(folder: &std::path::Path) -> std::io::Result<()> {
    page_contract().write(folder)
}

/// The commands with everything else that crosses.
pub fn page_contract() -> Contract {
    let mut contract = contract();
    contract.also::<failure::Failure>();
    contract.also::<events::Changed>();
    contract.also::<events::Progress>();
    contract
}

/// The capability of the main window.
pub fn main_capability() -> String {
    capability(COMMANDS)
}
