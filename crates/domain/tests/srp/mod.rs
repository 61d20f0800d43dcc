mod client;
mod exchange;
mod public;
mod timestamp;
mod vector;
mod verifier;
