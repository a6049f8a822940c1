//! SQL of people.

use super::{
    education::Education,
    particulars::{Disability, Employment, Marital, Religion},
    person::{LegalBasis, NikStatus},
};
use crate::base::sex::Sex;

crate::word_columns!(Sex, Education, Disability, Employment, Marital, Religion, LegalBasis, NikStatus);
