use serde_json::{Value, json};

use super::api::Api;
use super::api_model::ApiModel;
use super::check::check;
use super::generate;
use super::model::Model;
use super::overlay::Overlay;
use crate::paths::root;

/// A small model that the generator accepts.
fn small() -> Value {
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2016-04-18", "endpointPrefix": "cognito-idp", "jsonVersion": "1.1",
            "protocol": "json", "protocols": ["json"], "serviceFullName": "F", "serviceId": "I",
            "signatureVersion": "v4",
            "targetPrefix": "T", "uid": "u", "auth": ["aws.auth#sigv4"]
        },
        "documentation": "long",
        "operations": {
            "Ask": {
                "name": "Ask", "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "AskRequest"},
                "errors": [{"shape": "BadException"}], "documentation": "longer"
            }
        },
        "shapes": {
            "AskRequest": {
                "type": "structure", "required": ["Name"], "documentation": "d",
                "members": {
                    "Name": {"shape": "NameType", "documentation": "d"},
                    "Also": {"shape": "NameType"}
                }
            },
            "NameType": {"type": "string", "min": 1, "pattern": "[a-z]+"},
            "BadException": {"type": "structure", "members": {}, "exception": true}
        }
    })
}

/// The small model with one thing changed.
fn changed(pointer: &str, key: &str, value: Value) -> Result<Model, String> {
    let mut model = small();
    let Some(Value::Object(members)) = model.pointer_mut(pointer) else {
        panic!("no object at {pointer}")
    };
    members.insert(key.to_owned(), value);
    parse(&model)
}

fn parse(model: &Value) -> Result<Model, String> {
    let model: Model =
        serde_json::from_str(&model.to_string()).map_err(|error| error.to_string())?;
    check(Api::Idp, &model)?;
    Ok(model)
}

#[test]
fn the_small_model_is_accepted_and_loses_its_documentation() {
    let kept = serde_json::to_string(&parse(&small()).unwrap()).unwrap();
    assert!(!kept.contains("ocumentation") && !kept.contains("long"), "{kept}");
    let again: Model = serde_json::from_str(&kept).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), kept);
}

#[test]
fn members_keep_the_order_of_the_model() {
    let text = r#"{"type":"structure","members":{"Zulu":{"shape":"A"},"Alpha":{"shape":"A"}}}"#;
    let shape: super::model::Shape = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&shape).unwrap(), text);
}

#[test]
fn unexpected_facts_are_refused() {
    for (pointer, key, value) in [
        ("", "clientContextParams", json!({})),
        ("/metadata", "xmlNamespace", json!("n")),
        ("/metadata", "protocol", json!("query")),
        ("/metadata", "jsonVersion", json!("1.0")),
        ("/operations/Ask", "idempotent", json!(true)),
        ("/operations/Ask", "authtype", json!("v4-unsigned-body")),
        ("/operations/Ask", "authtype", json!("none")),
        ("/operations/Ask", "name", json!("Other")),
        ("/operations/Ask/http", "requestUri", json!("/ask")),
        ("/operations/Ask/input", "shape", json!("NameType")),
        ("/operations/Ask/input", "shape", json!("Nowhere")),
        ("/shapes/NameType", "type", json!("double")),
        ("/shapes/NameType", "jsonvalue", json!(true)),
        ("/shapes/NameType", "exception", json!(true)),
        ("/shapes/NameType", "enum", json!(["a"])),
        ("/shapes/NameType", "member", json!({"shape": "NameType"})),
        ("/shapes/AskRequest", "sensitive", json!(true)),
        ("/shapes/AskRequest", "max", json!(3)),
        ("/shapes/AskRequest", "union", json!(true)),
        ("/shapes/AskRequest", "required", json!(["Nobody"])),
        ("/shapes/AskRequest/members/Name", "location", json!("header")),
        ("/shapes/AskRequest/members/Name", "shape", json!("AskRequest")),
        ("/shapes/AskRequest/members/Name", "shape", json!("Nowhere")),
        ("/shapes/BadException/members", "retryAfter", json!({"shape": "NameType"})),
        ("/shapes", "Option", json!({"type": "structure", "members": {}})),
    ] {
        assert!(changed(pointer, key, value.clone()).is_err(), "{pointer} {key} {value}");
    }
}

#[test]
fn overlay_entries_that_no_longer_apply_are_refused() {
    let apply = |text: &str| Overlay::parse(text)?.apply(Api::Idp, &mut parse(&small())?);
    let entry = |model: &str, reason: &str| {
        format!(
            "[[pattern]]\nservice = 'idp'\nshape = 'NameType'\nmodel = '{model}'\n\
             text = '[a-z ]+'\nreason = '{reason}'"
        )
    };
    assert!(apply(&entry("[a-z]+", "because")).is_ok());
    assert!(
        apply("[[class]]\nservice = 'idp'\noperation = 'Ask'\nclass = 'UserRead'\nreason = 'r'")
            .is_ok()
    );
    for stale in [
        entry("[A-Z]+", "because"),
        entry("[a-z]+", ""),
        "[[pattern]]\nservice = 'idp'\nshape = 'Gone'\nmodel = ''\nreason = 'r'".to_owned(),
        "[[enum_value]]\nservice = 'idp'\nshape = 'NameType'\nvalue = 'v'\nreason = 'r'".to_owned(),
        "[[auth]]\nservice = 'idp'\noperation = 'Gone'\nauth = 'none'\nreason = 'r'".to_owned(),
        "[[class]]\nservice = 'idp'\noperation = 'Gone'\nclass = 'UserRead'\n\
         reason = 'r'"
            .to_owned(),
        "[[class]]\nservice = 'idp'\noperation = 'Ask'\nclass = 'UserPoolResourceUpdate'\n\
         reason = 'r'"
            .to_owned(),
        "[[error]]\nservice = 'idp'\noperation = 'Ask'\nexception = 'BadException'\n\
         reason = 'r'"
            .to_owned(),
        "[[error]]\nservice = 'idp'\noperation = 'Ask'\nexception = 'NameType'\n\
         reason = 'r'"
            .to_owned(),
        "[[hidden]]\nservice = 'idp'\nshape = 'AskRequest'\nmember = 'Gone'\n\
         reason = 'r'"
            .to_owned(),
        "[[unknown]]\nreason = 'r'".to_owned(),
    ] {
        assert!(apply(&stale).is_err(), "{stale}");
    }
}

#[test]
fn only_shapes_of_requests_and_responses_are_generated() {
    let model = ApiModel::new(Api::Idp, parse(&small()).unwrap(), super::overlay::Notes::default());
    assert_eq!(
        model.shapes().map(|(name, _)| name).collect::<Vec<_>>(),
        ["AskRequest", "NameType"]
    );
    assert_eq!(model.rust_type("NameType").unwrap(), "String");
    assert!(model.rust_type("Gone").is_err());
}

#[test]
fn the_committed_models_are_accepted() {
    assert!(generate(&root()).is_ok());
}
