mod describe;
mod flows;
mod refusals;
mod secrets;
mod settings;
mod update;
