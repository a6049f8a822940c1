// Written from the Rust type of the same name; not by hand.

/**
 * The load of one instructor in a month, in JP.
 */
export type LoadRow = { 
/**
 * Who.
 */
id: string, 
/**
 * Full name.
 */
name: string, 
/**
 * JP of each week, also of its days in the months beside.
 */
weeks: Array<number>, 
/**
 * JP of the heaviest day of the month.
 */
heaviest_day: number, 
/**
 * JP of the month.
 */
month: number, 
/**
 * Most JP a day.
 */
day_cap: number, 
/**
 * Most JP a week.
 */
week_cap: number, 
/**
 * Most JP a month.
 */
month_cap: number, 
/**
 * Above a cap.
 */
over: boolean, 
/**
 * Above a warning, below the cap.
 */
near: boolean, };
