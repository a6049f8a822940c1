//! A table's description: from one declaration come the struct, its columns, their field ids for the exchange,
//! and the statements by which the one door for writes stores it.

use super::{error::Result, value::Value};
use crate::base::id::Id;
/// How two concurrent edits of one field are settled at the exchange.
pub use balai_exchange::cell::Class;

/// One column of a synced table.
#[derive(Debug)]
pub struct Field {
    /// Its number in the change log, never reused.
    pub id: u32,
    /// Its name in SQL and in the struct.
    pub name: &'static str,
    /// How concurrent edits are settled.
    pub class: Class,
}

/// What the store must know of a table.
#[derive(Debug)]
pub struct Meta {
    /// Its number in the change log, never reused.
    pub id: u32,
    /// Its name in SQL.
    pub name: &'static str,
    /// Its columns without `id`, in the order of the statements.
    pub fields: &'static [Field],
    /// `select` of all fields by id.
    pub select: &'static str,
    /// `insert` of id and all fields.
    pub insert: &'static str,
    /// `delete` by id.
    pub delete: &'static str,
    /// The text by which a row is found, from its values in the order of `fields`; `None`: not searched.
    pub search: Option<fn(&[Value]) -> String>,
    /// Whether this program can read a row with these values: a newer one may write words that it does not know.
    pub readable: fn(&[Value]) -> bool,
}

/// A struct that is a row of a synced table.
pub trait Table: Clone + Send + Sync + 'static {
    /// Its description.
    const META: &'static Meta;

    /// The row's id.
    fn id(&self) -> Id<Self>;

    /// The row's values in the order of `META.fields`.
    fn values(&self) -> Vec<Value>;

    /// The row from its values.
    fn from_values(id: Id<Self>, values: Vec<Value>) -> Result<Self>;
}

/// Whether these are the values of a row of `T`.
pub fn is_row<T: Table>(values: &[Value]) -> bool {
    T::from_values(uuid::Uuid::nil().into(), values.to_vec()).is_ok()
}

/// A type that fits in one cell.
pub trait Column: Sized {
    /// The stored form.
    fn to_value(&self) -> Value;
    /// The type from its stored form.
    fn from_value(value: Value) -> Result<Self>;
}

/// Declares a synced table: field id, conflict class, name, type.
///
/// ```ignore
/// table! {
///     /// A member of staff.
///     pub struct Officer = 2 "officer" { 1 B name: String, 2 A phone: Option<String> }
/// }
/// ```
#[macro_export]
macro_rules! table {
    ($(#[$meta:meta])* pub struct $name:ident = $number:literal $sql:literal $(search $search:path)? {
        $( $(#[$fmeta:meta])* $fid:literal $class:ident $field:ident : $type:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub struct $name {
            /// The row's id.
            pub id: $crate::base::id::Id<$name>,
            $( $(#[$fmeta])* pub $field: $type, )*
        }

        impl $crate::store::Table for $name {
            const META: &'static $crate::store::Meta = &$crate::store::Meta {
                id: $number,
                name: $sql,
                fields: &[$( $crate::store::Field {
                    id: $fid, name: stringify!($field), class: $crate::store::Class::$class,
                } ),*],
                select: concat!("select id", $(", ", stringify!($field),)* " from ", $sql, " where id = ?"),
                insert: concat!("insert into ", $sql, " (id", $(", ", stringify!($field),)* ") values (?",
                    $($crate::placeholder!($field),)* ")"),
                delete: concat!("delete from ", $sql, " where id = ?"),
                search: $crate::search_text!($($search)?),
                readable: $crate::store::table::is_row::<$name>,
            };

            fn id(&self) -> $crate::base::id::Id<Self> {
                self.id
            }

            fn values(&self) -> Vec<$crate::store::Value> {
                vec![$( $crate::store::Column::to_value(&self.$field) ),*]
            }

            fn from_values(
                id: $crate::base::id::Id<Self>,
                values: Vec<$crate::store::Value>,
            ) -> $crate::store::Result<Self> {
                let mut values = values.into_iter();
                Ok(Self {
                    id,
                    $( $field: $crate::store::Column::from_value(
                        values.next().unwrap_or($crate::store::Value::Null))?, )*
                })
            }
        }
    };
}

/// One `?` of an insert statement.
#[doc(hidden)]
#[macro_export]
macro_rules! placeholder {
    ($field:ident) => {
        ", ?"
    };
}

/// The search text of a table that has one.
#[doc(hidden)]
#[macro_export]
macro_rules! search_text {
    () => {
        None
    };
    ($search:path) => {
        Some($search as fn(&[$crate::store::Value]) -> String)
    };
}
