//! A peer of the benchmark: FET, as Debian brings it, on the same instance in its own format.
//!
//! FET knows no costs. What is hard here is a constraint of 100 % there; the spread over days and a room with seats for all
//! are asked for with 95 %.

use balai_scheduler::ctt::{Instance, read};
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const PROGRAM: &str = "fet-cl";
/// Days that lie between lectures of a course.
const APART: u32 = 1;
/// How much a wish is wanted, in percent.
const WISH: u32 = 95;

/// Whether it can be run.
pub fn is_there() -> bool {
    Command::new(PROGRAM).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Solves an instance for at most some seconds by the clock: the lines of the solution, if there is one, and the seconds.
pub fn solve(text: &[u8], seconds: f64, folder: &Path) -> (Option<Vec<u8>>, f64) {
    let Ok(instance) = read(text) else { return (None, 0.0) };
    let input = folder.join("instance.fet");
    std::fs::write(&input, in_its_words(&instance)).expect("written");
    let (option, start) = (|name: &str, value: &dyn std::fmt::Display| format!("--{name}={value}"), Instant::now());
    let mut run = Command::new(PROGRAM);
    run.arg(option("inputfile", &input.display())).arg(option("outputdir", &folder.display()));
    run.arg(option("timelimitseconds", &(seconds.ceil() as u64))).arg(option("htmllevel", &0));
    run.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("started");
    let took = start.elapsed().as_secs_f64();
    let told = std::fs::read_to_string(folder.join("timetables/instance/instance_activities.xml"));
    (told.ok().and_then(|told| in_ours(&instance, &told)), took)
}

/// The course of each lecture; FET numbers them from 1.
fn lectures(instance: &Instance) -> Vec<usize> {
    instance.courses.iter().enumerate().flat_map(|(at, course)| vec![at; course.lectures]).collect()
}

fn in_its_words(instance: &Instance) -> String {
    let list = |tag: &str, entries: String| format!("<{tag}_List>{entries}</{tag}_List>\n");
    let counted = |what: &str, count: usize| {
        let names: String = (0..count).map(|at| format!("<{what}><Name>{at}</Name></{what}>")).collect();
        list(&format!("{what}s"), format!("<Number_of_{what}s>{count}</Number_of_{what}s>{names}"))
    };
    let courses: String =
        (0..instance.courses.len()).map(|at| format!("<Subject><Name>c{at}</Name></Subject>")).collect();
    let mut names: Vec<String> = instance.courses.iter().map(|course| teacher(&course.teacher)).collect();
    names.sort();
    names.dedup();
    let teachers: String = names.iter().map(|name| format!("<Teacher><Name>{name}</Name></Teacher>")).collect();
    let groups: String = (0..instance.curricula.len())
        .map(|at| format!("<Year><Name>q{at}</Name><Number_of_Students>0</Number_of_Students></Year>"))
        .collect();
    let rooms = instance.rooms.iter().enumerate();
    let rooms: String =
        rooms.map(|(at, room)| format!("<Room><Name>r{at}</Name><Capacity>{}</Capacity></Room>", room.seats)).collect();
    let (times, places) = constraints(instance);
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fet version=\"6.8.5\">\n".to_owned(),
        counted("Day", instance.days),
        counted("Hour", instance.periods_per_day),
        list("Subjects", courses),
        list("Activity_Tags", String::new()),
        list("Teachers", teachers),
        list("Students", groups),
        list("Activities", activities(instance)),
        list("Buildings", String::new()),
        list("Rooms", rooms),
        list("Time_Constraints", times),
        list("Space_Constraints", places),
        "</fet>\n".to_owned(),
    ]
    .concat()
}

/// Names are bytes in no stated encoding; their hexadecimal is safe in any file.
fn teacher(name: &[u8]) -> String {
    name.iter().fold("t".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn activities(instance: &Instance) -> String {
    let one = |(id, course): (usize, usize)| {
        let groups = instance.curricula.iter().enumerate().filter(|(_, group)| group.courses.contains(&course));
        let groups: String = groups.map(|(at, _)| format!("<Students>q{at}</Students>")).collect();
        let teacher = teacher(&instance.courses[course].teacher);
        format!(
            "<Activity><Teacher>{teacher}</Teacher><Subject>c{course}</Subject>{groups}<Duration>1</Duration>\
             <Total_Duration>1</Total_Duration><Id>{id}</Id><Activity_Group_Id>0</Activity_Group_Id>\
             <Active>true</Active></Activity>\n"
        )
    };
    (1..).zip(lectures(instance)).map(one).collect()
}

/// Of time and of space.
fn constraints(instance: &Instance) -> (String, String) {
    let all = |name: &str, weight: u32, inside: &str| {
        format!(
            "<Constraint{name}><Weight_Percentage>{weight}</Weight_Percentage>{inside}<Active>true</Active>\
             <Comments></Comments></Constraint{name}>\n"
        )
    };
    let mut times = all("BasicCompulsoryTime", 100, "");
    let mut places = all("BasicCompulsorySpace", 100, "");
    let mut id = 1;
    for (at, course) in instance.courses.iter().enumerate() {
        let own: Vec<usize> = (id..id + course.lectures).collect();
        id += course.lectures;
        let ids: String = own.iter().map(|id| format!("<Activity_Id>{id}</Activity_Id>")).collect();
        if own.len() > 1 {
            let inside = format!(
                "<Consecutive_If_Same_Day>false</Consecutive_If_Same_Day><Number_of_Activities>{}</Number_of_Activities>\
                 {ids}<MinDays>{APART}</MinDays>",
                own.len()
            );
            times += &all("MinDaysBetweenActivities", WISH, &inside);
        }
        let slots: Vec<String> = (0..instance.days)
            .flat_map(|day| (0..instance.periods_per_day).map(move |period| (day, period)))
            .filter(|(day, period)| !instance.unavailable.contains(&(at, *day, *period)))
            .map(|(day, period)| {
                format!(
                    "<Preferred_Time_Slot><Preferred_Day>{day}</Preferred_Day><Preferred_Hour>{period}</Preferred_Hour>\
                     </Preferred_Time_Slot>"
                )
            })
            .collect();
        let (any, fitting) = (rooms(instance, 0), rooms(instance, course.students));
        for id in own {
            let slots = format!(
                "<Activity_Id>{id}</Activity_Id><Number_of_Preferred_Time_Slots>{}</Number_of_Preferred_Time_Slots>{}",
                slots.len(),
                slots.concat()
            );
            times += &all("ActivityPreferredTimeSlots", 100, &slots);
            for (rooms, weight) in [(&any, 100), (&fitting, WISH)] {
                places += &all("ActivityPreferredRooms", weight, &format!("<Activity_Id>{id}</Activity_Id>{rooms}"));
            }
        }
    }
    (times, places)
}

fn rooms(instance: &Instance, students: usize) -> String {
    let most = instance.rooms.iter().map(|room| room.seats).max().unwrap_or(0);
    let fits = instance.rooms.iter().enumerate().filter(|(_, room)| room.seats >= students.min(most));
    let fits: Vec<String> = fits.map(|(at, _)| format!("<Preferred_Room>r{at}</Preferred_Room>")).collect();
    format!("<Number_of_Preferred_Rooms>{}</Number_of_Preferred_Rooms>{}", fits.len(), fits.concat())
}

/// The lines of a solution from what FET wrote; nothing when a lecture is missing.
fn in_ours(instance: &Instance, told: &str) -> Option<Vec<u8>> {
    let courses = lectures(instance);
    let mut lines = Vec::new();
    let mut placed = 0;
    for activity in told.split("<Activity>").skip(1) {
        let field = |name: &str| Some(activity.split_once(&format!("<{name}>"))?.1.split_once('<')?.0.trim());
        let course = courses.get(field("Id")?.parse::<usize>().ok()?.checked_sub(1)?)?;
        let room = instance.rooms.get(field("Room")?.strip_prefix('r')?.parse::<usize>().ok()?)?;
        lines.extend([&instance.courses[*course].name[..], b" ", &room.name].concat());
        lines.extend(format!(" {} {}\n", field("Day")?, field("Hour")?).bytes());
        placed += 1;
    }
    (placed == courses.len()).then_some(lines)
}
