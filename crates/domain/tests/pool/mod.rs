mod describe;
mod refusals;
mod settings;
