//! The year of a training centre: its batches, instructors, rooms and days.
