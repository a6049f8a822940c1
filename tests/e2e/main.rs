//! The flows in the real window: one person's job from start to end, each in an office of its own.

#[path = "../support/mod.rs"]
mod support;

mod calendar;
mod card;
mod catalog;
mod dossier;
mod first_run;
mod hands;
mod import;
mod key;
mod looks;
mod manual;
mod opening;
mod papers;
mod people;
mod power;
mod presence;
mod problems;
mod settings;
mod timetable;
mod tour;
mod training;
