//! `POST /v1/enrol`: a new PC proves that it knows its one-time code, and gets its certificate.

use super::answer::Answer;
use super::refused::Refused;
use crate::guests::{self, Entry};
use crate::hub::Hub;
use axum::body::Bytes;
use axum::extract::State;
use balai_exchange::enrol::EnrolRequest;
use std::sync::Arc;

pub async fn enrol(State(hub): State<Arc<Hub>>, body: Bytes) -> Result<Answer, Refused> {
    let asked = EnrolRequest::from_bytes(&body).map_err(|_| Refused::Malformed)?;
    let office = crate::ledger::offices::number(&asked.office);
    hub.limits.enrolments.take(office, 1.0, hub.now()).map_err(Refused::Later)?;
    match guests::enrol(&hub, &asked).await? {
        Entry::Welcome(reply) => {
            hub.metrics.enrolled.add(1);
            Ok(Answer::from(reply.to_bytes()))
        }
        Entry::Refused => Err(Refused::Code),
    }
}
