mod policy;
mod temporary;
