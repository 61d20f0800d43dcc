use serde_json::json;
use wire::idp::AuthFlowType::{
    AdminNoSrpAuth, AdminUserPasswordAuth, CustomAuth, RefreshToken, RefreshTokenAuth, UserAuth,
    UserPasswordAuth, UserSrpAuth,
};

use crate::fixture::{client, pool};

#[test]
fn flows_are_allowed_as_the_guide_says() {
    let all = [
        UserSrpAuth,
        UserPasswordAuth,
        AdminUserPasswordAuth,
        AdminNoSrpAuth,
        CustomAuth,
        UserAuth,
        RefreshTokenAuth,
        RefreshToken,
    ];
    let refresh = [RefreshTokenAuth, RefreshToken];
    let admin = [AdminUserPasswordAuth, AdminNoSrpAuth];
    let with = |more: &[_], base: &[_]| [more, base].concat();
    let legacy = with(&[UserSrpAuth, CustomAuth], &refresh);
    let cases = [
        (json!(null), legacy.clone()),
        (json!([]), legacy.clone()),
        (json!(["ALLOW_USER_SRP_AUTH"]), vec![UserSrpAuth]),
        (json!(["ALLOW_USER_PASSWORD_AUTH"]), vec![UserPasswordAuth]),
        (json!(["ALLOW_ADMIN_USER_PASSWORD_AUTH"]), admin.to_vec()),
        (json!(["ALLOW_CUSTOM_AUTH"]), vec![CustomAuth]),
        (json!(["ALLOW_USER_AUTH"]), vec![UserAuth]),
        (json!(["ALLOW_REFRESH_TOKEN_AUTH"]), refresh.to_vec()),
        (json!(["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]), with(&[UserAuth], &refresh)),
        (json!(["ALLOW_TOKEN_EXCHANGE_DELEGATION"]), vec![]),
        (json!(["ADMIN_NO_SRP_AUTH"]), with(&admin, &legacy)),
        (json!(["USER_PASSWORD_AUTH"]), with(&[UserPasswordAuth], &legacy)),
        (json!(["CUSTOM_AUTH_FLOW_ONLY"]), with(&[CustomAuth], &refresh)),
    ];
    for (flows, allowed) in cases {
        let client = client(&pool(&json!({})), &json!({ "ExplicitAuthFlows": flows }));
        for flow in all {
            assert_eq!(client.allows(flow), allowed.contains(&flow), "{flows} {flow}");
        }
        assert_eq!(client.refresh_allowed(), allowed.contains(&RefreshToken));
    }
}

#[test]
fn a_machine_client_signs_in_no_users() {
    let machine = client(
        &pool(&json!({})),
        &json!({ "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"], "GenerateSecret": true }),
    );
    assert!(machine.client_token_only() && !machine.refresh_allowed());
    for flow in [
        UserSrpAuth,
        UserPasswordAuth,
        AdminUserPasswordAuth,
        AdminNoSrpAuth,
        CustomAuth,
        UserAuth,
        RefreshTokenAuth,
    ] {
        assert!(!machine.allows(flow), "{flow}");
    }
}

#[test]
fn rotation_disables_the_refresh_flow() {
    let rotation = json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": 30 });
    let client = client(
        &pool(&json!({})),
        &json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "RefreshTokenRotation": rotation }),
    );
    assert!(client.rotation_enabled() && !client.refresh_allowed());
    assert_eq!(client.rotation_grace_seconds(), 30);
}
