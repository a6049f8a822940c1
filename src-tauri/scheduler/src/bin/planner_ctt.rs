use balai_scheduler::ctt;
use std::io::Write;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let inst = ctt::read(&std::fs::read(&a[1]).unwrap()).unwrap();
    let secs: f64 = a[2].parse().unwrap();
    let spent = |_| cpu_time::ProcessTime::now().as_duration().as_secs_f64() / secs;
    let sol = ctt::solve(&inst, a[3].parse().unwrap(), &spent);
    let mut f = std::fs::File::create(&a[4]).unwrap();
    for (c, s) in sol {
        let (p, r) = (s as usize / inst.rooms.len(), s as usize % inst.rooms.len());
        writeln!(f, "{} {} {} {}", String::from_utf8_lossy(&inst.courses[c].name), String::from_utf8_lossy(&inst.rooms[r].name), p / inst.periods_per_day, p % inst.periods_per_day).unwrap();
    }
}
