//! The flows in the real window: one person's job from start to end, each in an office of its own.

#[path = "../support/mod.rs"]
mod support;

mod board;
mod calendar;
mod card;
mod catalog;
mod dossier;
mod exchange;
mod first_run;
mod hands;
mod import;
mod jobfair;
mod key;
mod looks;
mod manual;
mod opening;
mod papers;
mod people;
mod power;
mod presence;
mod problems;
mod repair;
mod sample;
mod settings;
mod timetable;
mod tour;
mod training;
