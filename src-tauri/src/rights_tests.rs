//! Every command against every role. The table is written by hand, from what each role is for; a new command must be
//! added here before it can be given.

use crate::{COMMANDS, access::Access};
use balai_domain::{
    base::{id::Id, word::Word},
    office::{Role, login::Session},
};
use std::collections::BTreeMap;

/// Commands by the roles that may give them: A *administrator*, P *pendaftaran*, L *pelatihan*, B *bursa*, K *kepala*,
/// G *gerbang*, R *pembaca*. `-` in front: also with nobody signed in.
const ALLOWED: &[(&str, &str)] = &[
    (
        "-APLBGKR",
        "office_status office_first_run office_unlock office_retry session_sign_in session_sign_out session_lock
         sample_open sample_leave region_path region_children region_regencies",
    ),
    (
        "APLBGKR",
        "exchange_status exchange_now exchange_stop setting_list desk_counter session_password session_display
         officer_list draft_keep draft_drop draft_list act_list act_undo region_search log_show paper_page
         paper_save paper_show fair_list fair_get",
    ),
    (
        "APLBKR",
        "exchange_preview timetable_list board_names board_week board_verdict board_openings board_candidates
         timetable_compare notice_pending notice_list load_month rule_list timetable_print timetable_save
         load_print load_save notice_print view_list view_save view_retire person_search person_list person_get
         person_story person_disclosures background_list document_list document_checklist photo_read card_list
         card_find card_due card_events programme_list programme_detail department_list unit_list instructor_list
         instructor_detail room_list supply_list calendar_year pattern_list season_list batch_list batch_get
         batch_outlook intake_list intake_detail application_list application_ids application_story
         application_print company_list vacancy_list code_search participation_list offer_list hall_list
         duty_list visit_list job_list interview_list queue_list fair_report fair_demand floor_print booth_print
         fair_report_print fair_report_save",
    ),
    ("APLBK", "exchange_act bundle_export bundle_import person_unmask document_scan backup_make backup_list backup_choose backup_check"),
    (
        "APLB",
        "person_suggest person_check person_lookalikes person_save person_restrict person_retire background_save
         document_save document_attach document_detach document_retire photo_save photo_remove application_findings
         application_save rows_enter application_assign application_move receipt_print privacy_print",
    ),
    (
        "APL",
        "bulk_preview bulk_apply import_open import_sheet import_check import_rows import_decide import_apply
         import_cancel import_return import_close",
    ),
    ("APB", "card_readiness card_issue card_renew card_report card_place card_take_back card_void card_print"),
    ("APK", "person_export person_export_data"),
    ("AP", "exchange_questions exchange_settle duplicate_list duplicate_pair duplicate_merge duplicate_unmerge duplicate_apart"),
    (
        "AB",
        "company_save company_retire vacancy_save vacancy_retire fair_save fair_retire participation_invite
         participation_move offer_save hall_save hall_remove hall_rows booth_arrange booth_place duty_done
         duty_remind ticket_block gate_clock candidate_get job_apply job_scan job_move placement_count interview_free
         interview_save interview_remove queue_call queue_mark fair_sheet_open fair_sheet_check fair_sheet_apply
         result_sheet_save",
    ),
    (
        "APBG",
        "ticket_give gate_scan gate_state visit_advice consent_get consent_save queue_take ticket_print",
    ),
    (
        "AL",
        "board_place board_swap board_lock board_remove timetable_copy timetable_discard timetable_publish
         notice_issue rule_set plan_arrange plan_cancel plan_accept repair_preview repair_accept programme_save programme_retire programme_renew syllabus_save unit_supply_save department_save
         department_retire unit_save unit_retire catalog_open catalog_check catalog_apply instructor_save
         instructor_retire competence_save availability_save absence_save absence_remove room_save room_retire
         closure_save closure_remove supply_save supply_retire intake_blank intake_save intake_retire
         holiday_save holiday_retire pattern_save pattern_retire season_save season_retire batch_blank batch_save
         batch_retire batch_cancel",
    ),
    (
        "A",
        "exchange_enrol exchange_leave exchange_mode key_status key_passphrase key_keyring office_change setting_change number_list number_allot device_name officer_save person_erase backup_restore
         office_set_aside",
    ),
];

fn letter(role: Role) -> char {
    match role {
        Role::Administrator => 'A',
        Role::Registrar => 'P',
        Role::Training => 'L',
        Role::Fair => 'B',
        Role::Steward => 'G',
        Role::Head => 'K',
        Role::Reader => 'R',
    }
}

fn signed_in(role: Role) -> Session {
    Session {
        officer: Id::new(chrono::DateTime::UNIX_EPOCH),
        full_name: "Petugas Uji".into(),
        username: "uji".into(),
        nip: None,
        role,
        rights: role.rights(),
        theme: None,
        zoom: None,
        language: None,
    }
}

/// Who the gate lets through, in the letters of the table.
fn admitted(access: Access, office_open: bool) -> String {
    let nobody = access.check(None, office_open).is_ok().then_some('-');
    let roles = Role::ALL.iter().filter(|role| access.check(Some(&signed_in(**role)), office_open).is_ok());
    nobody.into_iter().chain(roles.map(|role| letter(*role))).collect()
}

#[test]
fn every_command_is_allowed_to_the_roles_of_the_table_and_to_no_other() {
    let expected: BTreeMap<&str, String> = ALLOWED
        .iter()
        .flat_map(|(roles, commands)| commands.split_whitespace().map(|name| (name, (*roles).to_owned())))
        .collect();
    let found: BTreeMap<&str, String> = COMMANDS.iter().map(|row| (row.name, admitted(row.access, true))).collect();
    assert_eq!(found, expected);
}

#[test]
fn while_the_file_cannot_be_opened_it_can_be_rescued_and_nothing_else() {
    let opened_up: Vec<&str> = COMMANDS
        .iter()
        .filter(|row| admitted(row.access, false) != admitted(row.access, true))
        .map(|row| row.name)
        .collect();
    let rescue = ["backup_list", "backup_choose", "backup_check", "backup_restore", "office_set_aside"];
    assert_eq!(opened_up, rescue);
}

#[test]
fn whoever_is_signed_out_is_told_so_and_whoever_may_not_is_told_what_is_missing() {
    let save = COMMANDS.iter().find(|row| row.name == "person_save").expect("a command").access;
    let nobody = save.check(None, true).expect_err("refused");
    assert_eq!(nobody.to_string(), "officer.signed_out");
    let reader = save.check(Some(&signed_in(Role::Reader)), true).expect_err("refused");
    assert_eq!((reader.to_string().as_str(), reader.params["right"].as_str()), ("officer.not_allowed", "register"));
}

/// The list of acts words them by their verb, and taking an act back asks for the right of the command it names.
#[test]
fn every_act_bears_the_name_of_a_command_and_has_words() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src/commands");
    let mut verbs = Vec::new();
    for file in std::fs::read_dir(folder).expect("the commands").flatten() {
        let source = std::fs::read_to_string(file.path()).expect("readable");
        let begun = source.split("begin(\"").skip(1).filter_map(|rest| rest.split('"').next());
        verbs.extend(begun.map(str::to_owned));
    }
    assert!(verbs.len() > 30, "only {} acts found", verbs.len());
    for verb in verbs {
        assert!(COMMANDS.iter().any(|row| row.name == verb), "{verb} is no command");
        assert_ne!(balai_paperwork::words::word("verb", &verb), verb, "{verb} has no words");
    }
}
