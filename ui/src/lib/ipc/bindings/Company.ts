// Written from the Rust type of the same name; not by hand.

/**
 * A company (*perusahaan, pemberi kerja*).
 */
export type Company = { 
/**
 * The row's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * *Nomor Induk Berusaha*, 13 digits.
 */
nib: string | null, 
/**
 * *Wajib Lapor Ketenagakerjaan*: the number of its report.
 */
wlkp: string | null, 
/**
 * Year of the KBLI edition that the code is of.
 */
kbli_version: number | null, 
/**
 * Branch of industry (*KBLI*).
 */
kbli_code: string | null, 
/**
 * Street.
 */
address: string | null, 
/**
 * Kemendagri code of its regency or city.
 */
regency_code: string | null, 
/**
 * Whom to call.
 */
contact_name: string | null, 
/**
 * Their post.
 */
contact_post: string | null, 
/**
 * Phone as `+628…`.
 */
phone: string | null, 
/**
 * E-mail.
 */
email: string | null, 
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
note: string | null, 
/**
 * Taken out since.
 */
retired_at: string | null, };
