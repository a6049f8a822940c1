//! The job-seeker card (*kartu AK/I*).
