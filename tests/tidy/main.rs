//! What the compiler cannot hold: who may know whom, how long a file may grow, that every refusal has its words.

mod forbidden;
mod layers;
mod map;
mod page_layers;
mod released;
mod size;
mod tree;
mod words;
