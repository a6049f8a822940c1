//! The office: rules, SQL, sync. Knows neither Tauri nor HTTP.
//!
//! If a function is `async` it touches the disk; if it is not, it is pure. Time and ids are
//! arguments. Inside, each folder uses only what stands to its left:
//! `base <- store <- office <- people <- catalog <- registration <- scheduling <-
//! jobfair <- sync`.

#[macro_use]
pub mod base;
#[macro_use]
pub mod store;
pub mod catalog;
pub mod jobfair;
pub mod office;
pub mod people;
pub mod registration;
pub mod scheduling;
pub mod sync;

use store::{Meta, Table};

/// Every synced table of the office.
pub static TABLES: &[&Meta] = &[
    office::Office::META,
    office::Officer::META,
    office::setting::Setting::META,
    office::number::NumberBlock::META,
    office::disclosure::Disclosure::META,
    office::view::SavedView::META,
    people::person::Person::META,
    people::erase::Erasure::META,
    people::merge::DuplicateDecision::META,
    people::merge::PersonMerge::META,
    people::document::Document::META,
    people::card::Card::META,
    people::card::CardReport::META,
    people::card::SeekerEvent::META,
    people::background::Background::META,
    catalog::Programme::META,
    catalog::department::Department::META,
    catalog::unit::Unit::META,
    catalog::programme_unit::ProgrammeUnit::META,
    catalog::programme_unit::Prerequisite::META,
    catalog::instructor::Instructor::META,
    catalog::instructor::Competence::META,
    catalog::instructor::Availability::META,
    catalog::instructor::Absence::META,
    catalog::room::Room::META,
    catalog::room::Closure::META,
    catalog::supply::Supply::META,
    catalog::supply::UnitSupply::META,
    catalog::calendar::Holiday::META,
    catalog::calendar::TimePattern::META,
    catalog::calendar::PatternSlot::META,
    catalog::calendar::Season::META,
    registration::Intake::META,
    registration::Application::META,
    registration::ApplicationStep::META,
    scheduling::Batch::META,
    scheduling::Plan::META,
    scheduling::Session::META,
    scheduling::ChangeNotice::META,
    scheduling::SchedulingRule::META,
    jobfair::Company::META,
    jobfair::class_code::ClassCode::META,
    jobfair::vacancy::Vacancy::META,
    jobfair::Fair::META,
    jobfair::fair::FairSession::META,
    jobfair::floor::Hall::META,
    jobfair::floor::Booth::META,
    jobfair::participation::Participation::META,
    jobfair::participation::Offer::META,
    jobfair::visit::Visit::META,
    jobfair::gate::GateEvent::META,
    jobfair::gate::GateClock::META,
    jobfair::job_application::JobApplication::META,
    jobfair::interview::Interview::META,
    jobfair::queue::QueueTicket::META,
    jobfair::consent::Consent::META,
    jobfair::duty::FairDuty::META,
    sync::office_key::OfficeKey::META,
];
