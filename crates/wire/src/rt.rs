//! Every name that generated code uses, under one short path, so that shape names cannot clash with
//! ours.

pub(crate) use std::collections::BTreeMap;
pub(crate) use std::fmt;

pub(crate) use serde_json::Value;

pub(crate) use crate::class::Class;
pub(crate) use crate::constraint::{Member, Shape};
pub(crate) use crate::decode::{Decode, Decoder, Malformed};
pub(crate) use crate::encode::{Encode, Object};
pub(crate) use crate::enumeration::string_enum;
pub(crate) use crate::operation::{Auth, Operation, OperationShape, Service};
pub(crate) use crate::pattern::{self, Pattern};
pub(crate) use crate::sensitive::{Hidden, Sensitive};
pub(crate) use crate::{Blob, Document, ExceptionType, Timestamp};
