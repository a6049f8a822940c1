//! `balai-hub`: the hub's own command line.

fn main() {}
