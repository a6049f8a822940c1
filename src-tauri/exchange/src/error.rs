//! What can be wrong with bytes from outside.

/// Why bytes were not taken. The code words are stable; they are logged, never shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not what this protocol writes.
    #[error("malformed: {0}")]
    Malformed(&'static str),
    /// More than a frame, a page or a bundle may hold.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// Not signed by whom it should be, or changed since.
    #[error("bad signature")]
    Signature,
    /// A protocol version this build does not speak.
    #[error("protocol version {0}")]
    Version(u8),
    /// Packed with a dictionary this build does not have.
    #[error("dictionary {0}")]
    Dictionary(u32),
    /// Cannot be opened with this key.
    #[error("sealed for somebody else")]
    Sealed,
}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Fault>;

impl From<minicbor::decode::Error> for Fault {
    fn from(_: minicbor::decode::Error) -> Self {
        Fault::Malformed("cbor")
    }
}
