// Written from the Rust type of the same name; not by hand.

/**
 * Kind of disability (*ragam disabilitas*, UU 8/2016 article 4); a person may have several.
 */
export type Disability = "FISIK" | "INTELEKTUAL" | "MENTAL" | "SENSORIK";
