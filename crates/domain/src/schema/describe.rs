//! A schema as DescribeUserPool shows it.

use wire::idp::{
    NumberAttributeConstraintsType, SchemaAttributeType, StringAttributeConstraintsType,
};

use super::{Bounds, Schema, SchemaAttribute};

impl Schema {
    /// `SchemaAttributes` of a described pool: every member present, limits as strings.
    pub fn describe(&self) -> Vec<SchemaAttributeType> {
        self.iter().map(SchemaAttribute::describe).collect()
    }
}

impl SchemaAttribute {
    fn describe(&self) -> SchemaAttributeType {
        let mut shown = SchemaAttributeType {
            name: Some(self.name.clone()),
            attribute_data_type: Some(self.data_type),
            developer_only_attribute: Some(self.developer_only),
            mutable: Some(self.mutable),
            required: Some(self.required),
            ..SchemaAttributeType::default()
        };
        match self.bounds {
            Bounds::None => {}
            Bounds::Length { min, max } => {
                shown.string_attribute_constraints = Some(StringAttributeConstraintsType {
                    min_length: min.map(|length| length.to_string()),
                    max_length: max.map(|length| length.to_string()),
                });
            }
            Bounds::Range { min, max } => {
                shown.number_attribute_constraints = Some(NumberAttributeConstraintsType {
                    min_value: min.map(|value| value.to_string()),
                    max_value: max.map(|value| value.to_string()),
                });
            }
        }
        shown
    }
}
