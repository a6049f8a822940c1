//! Doing something in one transaction, and again when the engine asks for it or the line breaks. What is done must bear
//! being done twice, since the answer to a commit can be lost after the commit.
//!
//! Macros, because a closure that borrows what is around it and the transaction too cannot promise to be `Send`.

/// `transact!(ledger, &scope, true, |tx| body)`: the body's result, once it is committed.
macro_rules! transact {
    ($ledger:expr, $access:expr, $writes:expr, |$tx:ident| $body:expr) => {{
        let ledger: &$crate::ledger::Ledger = &$ledger;
        let access = $access;
        let mut tries = $crate::ledger::Tries::default();
        loop {
            let outcome = match ledger.begin(access, $writes).await {
                Ok(mut opened) => {
                    let done: $crate::ledger::Result<_> = async {
                        let $tx = &mut opened;
                        $body
                    }
                    .await;
                    match done {
                        Ok(value) => opened.commit().await.map(|()| value),
                        // Dropped, the transaction rolls back.
                        Err(error) => Err(error),
                    }
                }
                Err(error) => Err(error),
            };
            match outcome {
                Ok(value) => break Ok(value),
                Err(error) => {
                    if let Err(last) = ledger.again(&mut tries, error).await {
                        break Err(last);
                    }
                }
            }
        }
    }};
}

/// A transaction that changes something.
macro_rules! writing {
    ($ledger:expr, $access:expr, |$tx:ident| $body:expr) => {
        $crate::ledger::transact!($ledger, $access, true, |$tx| $body)
    };
}

/// A transaction that only reads: what it sees belongs together.
macro_rules! reading {
    ($ledger:expr, $access:expr, |$tx:ident| $body:expr) => {
        $crate::ledger::transact!($ledger, $access, false, |$tx| $body)
    };
}

pub(crate) use {reading, transact, writing};
