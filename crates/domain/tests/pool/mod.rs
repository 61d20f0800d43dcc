mod custom;
mod describe;
mod mfa;
mod refusals;
mod settings;
mod tags;
mod update;
