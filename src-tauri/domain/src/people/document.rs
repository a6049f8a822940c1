//! Papers of a person and who saw the originals.
