// Written from the Rust type of the same name; not by hand.

/**
 * A company as typed; empty texts mean nothing known.
 */
export type CompanyDraft = { 
/**
 * `None`: a new one.
 */
id: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * *NIB*.
 */
nib: string, 
/**
 * *WLKP*.
 */
wlkp: string, 
/**
 * Year of the KBLI edition.
 */
kbli_version: number | null, 
/**
 * Branch.
 */
kbli_code: string, 
/**
 * Street.
 */
address: string, 
/**
 * Regency or city.
 */
regency_code: string, 
/**
 * Whom to call.
 */
contact_name: string, 
/**
 * Their post.
 */
contact_post: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Members of staff.
 */
employees: number | null, 
/**
 * Members of staff with a disability.
 */
disabled_employees: number | null, 
/**
 * A remark.
 */
note: string, };
