//! Who asks: the certificate says which device and which office, the signature that it is this device, the nonce that
//! it is now. Nothing in a request's body can say otherwise.

use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::reading;
use crate::ledger::{Scope, devices};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use balai_exchange::DeviceId;
use balai_exchange::enrol::Certificate;
use balai_exchange::message::Nonce;
use balai_exchange::request::{self, Request as Asked};
use balai_exchange::sign::Signature;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::sync::Arc;

/// A device that proved who it is, with what it asked.
#[derive(Debug)]
pub struct Guest {
    pub device: DeviceId,
    pub scope: Scope,
    /// The answer is signed for it.
    pub nonce: Nonce,
    pub certificate: Certificate,
    pub body: Bytes,
}

impl FromRequest<Arc<Hub>> for Guest {
    type Rejection = Refused;

    async fn from_request(request: Request, hub: &Arc<Hub>) -> Result<Self, Refused> {
        let now = hub.now();
        let certificate = certificate(request.headers(), hub, now)?;
        // Before anything is read or worked out for it.
        hub.limits.requests.take(certificate.device, 1.0, now).map_err(Refused::Later)?;
        let headers = request.headers();
        let (nonce, hub_nonce) = (bytes(headers, request::NONCE)?, bytes(headers, request::HUB_NONCE)?);
        let nonce: Nonce = nonce.try_into().map_err(|_| Refused::Malformed)?;
        let signature = bytes(headers, request::SIGNATURE)?;
        let signature = Signature(signature.try_into().map_err(|_| Refused::Malformed)?);
        hub.nonces.check(&hub_nonce, now).map_err(|_| Refused::Nonce)?;
        let method = request.method().clone();
        let path = request.uri().path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default();
        let body = Bytes::from_request(request, hub).await.map_err(|_| Refused::Malformed)?;
        let asked = Asked { method: method.as_str(), path: &path, hub_nonce: &hub_nonce, nonce: &nonce, body: &body };
        asked.verify(&certificate.key, &signature).map_err(|_| Refused::Signature)?;
        hub.nonces.once(&signature.0, now).map_err(|_| Refused::Again)?;
        let size = body.len() as f64;
        hub.limits.device_bytes.take(certificate.device, size, now).map_err(Refused::Later)?;
        hub.limits.office_bytes.take(certificate.office, size, now).map_err(Refused::Later)?;
        on_the_list(hub, certificate, nonce, body).await
    }
}

/// The certificate, if this hub signed it and it lasts.
fn certificate(headers: &HeaderMap, hub: &Hub, now: i64) -> Result<Certificate, Refused> {
    let certificate = bytes(headers, request::CERTIFICATE)?;
    let certificate = Certificate::read(&hub.keys.public(), &certificate).map_err(|_| Refused::Certificate)?;
    let lasts = i64::try_from(certificate.not_after).is_ok_and(|until| now <= until);
    if lasts { Ok(certificate) } else { Err(Refused::Certificate) }
}

/// The device must still be on the office's list, with this key.
async fn on_the_list(hub: &Hub, certificate: Certificate, nonce: Nonce, body: Bytes) -> Result<Guest, Refused> {
    let scope = Scope::of(certificate.office);
    let device = certificate.device;
    let listed = reading!(hub.ledger, &scope, |tx| {
        let office = crate::ledger::offices::name(tx).await?;
        Ok(if office.is_some() { devices::find(tx, device).await? } else { None })
    });
    match listed? {
        Some(listed) if listed.revoked_at.is_none() && listed.key == certificate.key => {
            Ok(Guest { device, scope, nonce, certificate, body })
        }
        _ => Err(Refused::Revoked),
    }
}

fn bytes(headers: &HeaderMap, name: &str) -> Result<Vec<u8>, Refused> {
    let value = headers.get(name).ok_or(match name {
        request::CERTIFICATE => Refused::Certificate,
        request::HUB_NONCE => Refused::Nonce,
        _ => Refused::Signature,
    })?;
    BASE64.decode(value.as_bytes()).map_err(|_| Refused::Malformed)
}
